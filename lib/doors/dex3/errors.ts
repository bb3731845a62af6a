import type { z } from 'zod';
import { type Answer, jsonAnswer } from '@/lib/http/base/answer';
import type { Refusal } from '@/lib/kernel/errors';
import { explainIssue } from '@/lib/kernel/explain-issue';

/** What is wrong, as Dex3 says it: `errData` by field, in the form of its samples. */

type Fault = { type: 'field'; msg: string; path: string; location: 'body' };
type Faults = Readonly<Record<string, Fault>>;

/** Thrown for a form that cannot be taken; the code is theirs. */
export class FormError extends Error {
  readonly faults: Faults;
  constructor(faults: Faults) {
    super('Please check form error');
    this.faults = faults;
  }
}
const formCode = 403;

const labels: Readonly<Record<string, string>> = {
  order_id: 'Order ID',
  order_name: 'Order name',
  order_amount: 'Order amount',
  productName: 'Product name',
  is_order_usd: 'Is order USD',
  token_id: 'Token ID',
  fee_payer: 'Fee payer',
  receiver_type: 'Receiver type',
  receiver_value: 'Receiver value',
  success_redirect: 'Success redirect',
  cancel_redirect: 'Cancel redirect',
};
const labelOf = (path: string) => labels[path] ?? path.charAt(0).toUpperCase() + path.slice(1);

export function faultAt(path: string, words: string): Faults {
  return { [path]: { type: 'field', msg: `${labelOf(path)} ${words}`, path, location: 'body' } };
}

/** Reads a form, or refuses it with one fault for each field. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body, { error: explainIssue });
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => faultAt(String(path[0] ?? 'order_id'), message));
  throw new FormError(Object.assign({}, ...faults.toReversed()));
}

const ofForm: Readonly<Record<string, readonly [string, string]>> = {
  amount: ['amount', 'order_amount'],
  'recipient.address': ['receiver_value', 'receiver'],
  'recipient.email': ['receiver_value', 'receiver'],
  expires_in: ['expiration', 'expiration'],
};

/** A refusal of our verbs as a fault of the field that it is about, where the form has such a field. */
export function asFormError(refusal: Refusal, second: boolean): unknown {
  const { code, facts } = refusal;
  if (code === 'reference_taken') return new FormError(faultAt('order_id', 'was used for another payout'));
  if (code === 'target_refused')
    return new FormError(faultAt('webhook', `is refused: ${facts.detail ?? refusal.title}`));
  const field = facts.field ?? (code.startsWith('amount_') ? 'amount' : '');
  const own = ofForm[field]?.[second ? 1 : 0];
  return own ? new FormError(faultAt(own, `is refused: ${facts.detail ?? refusal.title}`)) : refusal;
}

/** A code of theirs is the status, too: their pages do not say what the status is. */
export function errorAnswer(error: Refusal | FormError): Answer {
  if (error instanceof FormError) {
    const told = { message: error.message, code: formCode, errData: error.faults };
    return jsonAnswer(formCode, JSON.stringify({ state: false, error: told }));
  }
  const { status, code, title, facts } = error;
  const message = facts.detail ?? facts.errors?.[0]?.detail ?? title;
  const answer = jsonAnswer(status, JSON.stringify({ state: false, error: { message, code: status } }));
  const wait = facts.retryAfterSeconds;
  const headers = {
    ...answer.headers,
    ...(wait !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(wait))) }),
  };
  return { ...answer, code, headers };
}
