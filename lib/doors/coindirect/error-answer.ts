import type { Answer } from '@/lib/http/base/answer';
import type { ProblemCode, Refusal } from '@/lib/kernel/errors';

/** Refusals in Coindirect's shape. */

type Said = { parameter: string; code: string; message: string };

const said: Partial<Record<ProblemCode, Said>> = {
  reference_taken: { parameter: 'reference', code: 'unique', message: 'Duplicate Reference' },
  // What `validateAddress` says of an address that nothing can be paid to.
  destination_refused: {
    parameter: 'payOutInstruction',
    code: 'invalidInstruction',
    message: 'Invalid Payment Instruction',
  },
};

/** What is wrong with where the money should go. */
const ofInstruction: readonly ProblemCode[] = ['address_refused', 'delivery_unavailable', 'recipient_unsupported'];
const invalidPayout: Said = {
  parameter: 'payOutInstruction',
  code: 'invalidPayout',
  message: 'Invalid Instruction for Payout',
};

/** These say something to every client; everything else is a fault of what was asked, which is told as 400. */
const ownStatus = [401, 403, 404, 405, 413, 415, 429];

/** By which hosted pages know that there is nothing left to accept, or that a price has run out. */
const theirCodes: Partial<Record<ProblemCode, string>> = {
  link_expired: 'MER-PAY-2017',
  link_cancelled: 'MER-PAY-2017',
  quote_expired: 'MER-PAY-2004',
  quote_lapsed: 'MER-PAY-2004',
};

const parameters: Readonly<Record<string, string>> = {
  asset: 'currency',
  chain: 'protocol',
  expires_in: 'expiryMinutes',
  return_url: 'returnUrl',
  'display.currency': 'from',
};

/** A fault of another field than our own verbs know it by. */
const nameOf = (field = '') => parameters[field] ?? field.replace(/^recipient\./, 'payOutDetails.');

function errorsOf(refusal: Refusal): (Said & { detail?: string })[] {
  const { code, facts } = refusal;
  const detail = facts.detail ?? refusal.title;
  const fixed = said[code] ?? (ofInstruction.includes(code) ? invalidPayout : undefined);
  if (fixed) return [{ ...fixed, detail }];
  const listed = facts.errors ?? [{ field: facts.field ?? '', detail }];
  return listed.map((fault) => ({
    parameter: nameOf(fault.field),
    code,
    message: `${nameOf(fault.field)} ${fault.detail}`.trim(),
  }));
}

/** The refusal as Coindirect's clients read it: `errorList` first; the rest is what its newer versions add. */
export function errorAnswer(refusal: Refusal, requestId: string): Answer {
  const { code, status, facts } = refusal;
  const errorList = errorsOf(refusal);
  const [first] = errorList;
  const body = {
    errorList,
    code: theirCodes[code] ?? code,
    message: first?.message,
    parameter: first?.parameter,
    requestId,
  };
  const wait = facts.retryAfterSeconds;
  return {
    status: status >= 500 || ownStatus.includes(status) ? status : 400,
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      ...(wait !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(wait))) }),
    },
    code,
  };
}
