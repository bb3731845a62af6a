import { type Context, requirePermission } from '@/lib/access/actor';
import type { Message } from '@/lib/dialects/dialect';
import { Refusal } from '@/lib/kernel/errors';
import { unseal } from '@/lib/kernel/secrets';
import { type Endpoint, findEndpoint, isTestMerchant, selectEndpoints } from '@/lib/webhooks/endpoints/endpoint-store';
import { currentSecret } from '@/lib/webhooks/endpoints/present-endpoint';
import { stillSigning } from '@/lib/webhooks/endpoints/still-signing';
import { explainMismatch, explainWith, type Sample } from './explain-mismatch';
import type { VerifySampleAnswer, VerifySampleBody } from './schema';

/** Seconds by which the libraries let a message's time differ from theirs. */
const tolerance = 300;
const sampleId = 'ev_sample';

/** Names as HTTP writes them, also where they were copied from PHP's or CGI's variables: `HTTP_WEBHOOK_ID`. */
function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^http_/, '')
    .replaceAll('_', '-');
}

type Prepared = { message: Message; hints: string[] };

/** Fills in what the merchant left out and says so. */
function prepare({ dialect, url }: Endpoint, body: VerifySampleBody, now: Date): Prepared {
  const given = Object.fromEntries(
    Object.entries(body.headers).map(([name, value]) => [plainName(name), value.trim()]),
  );
  const message: Message = { method: 'POST', url: body.url ?? url, headers: given, body: body.body };
  if (dialect === 's2s') return { message: { ...message, method: 'GET' }, hints: [] };
  if (dialect === 'coindirect' && !given['content-type']) {
    const headers = { ...given, 'content-type': 'application/json' };
    return { message: { ...message, headers }, hints: ['No content-type was given; we took application/json.'] };
  }
  return dialect === 'standard' ? prepareStandard(message, now) : { message, hints: [] };
}

function prepareStandard(message: Message, now: Date): Prepared {
  const { 'webhook-id': id, 'webhook-timestamp': time = '' } = message.headers;
  const seconds = /^\d{13}$/.test(time) ? time.slice(0, 10) : time;
  const current = Math.floor(now.getTime() / 1000);
  const readable = /^\d{1,12}$/.test(seconds);
  const headers = {
    ...message.headers,
    'webhook-id': id || sampleId,
    'webhook-timestamp': readable ? seconds : String(current),
  };
  return {
    message: { ...message, headers },
    hints: [
      ...(id ? [] : [`No webhook-id was given; we took ${sampleId}.`]),
      ...(seconds === time ? [] : ['webhook-timestamp is in milliseconds; it has to be in seconds, as we send it.']),
      ...(readable ? ageHints(current - Number(seconds)) : ['No readable webhook-timestamp was given; we took now.']),
    ],
  };
}

function ageHints(age: number): string[] {
  if (Math.abs(age) <= tolerance) return [];
  const minutes = Math.round(Math.abs(age) / 60);
  const when = age > 0 ? `${minutes} minutes ago` : `${minutes} minutes from now`;
  return [`webhook-timestamp was ${when}: libraries refuse more than 5 minutes. Check the clock of your server.`];
}

const timeNeeded = 'X-Shkeeper-Timestamp must be there: seconds since 1970, in digits.';

const unreadable = {
  standard: 'webhook-id must be a short text without control characters.',
  coindirect: 'The message cannot be read.',
  nitro: 'The message cannot be read.',
  dex3: 'The body must be the JSON that we sent, with order_id, amount and receiver_value in it.',
  s2s: 'Give the complete address that was called as url, with the parameters of your template filled in.',
  shkeeper: timeNeeded,
  order_flow: timeNeeded,
} as const;

/** Headers that hold the right proof under another name. */
function misplacedHints(name: string, expected: string, { headers }: Message): string[] {
  const [found] = Object.entries(headers).find(([other, value]) => other !== name && value === expected) ?? [];
  if (found) return [`${found} holds the right signature, but we send it as ${name}.`];
  return [`No ${name} was given, so there is nothing to compare.`];
}

/** The text of a JSON member, also where the rest is no JSON. The name is a merchant's, so it is no pattern. */
function textBehind(quotedName: string, body: string): string | undefined {
  const start = body.indexOf(quotedName);
  return start < 0 ? undefined : /^\s*:\s*"([^"]*)"/.exec(body.slice(start + quotedName.length))?.[1];
}

/** A proof stands in a header, in the body or in the address. */
function givenProof(name: string, { headers, body, url }: Message): string {
  if (headers[name]) return headers[name];
  return textBehind(`"${name}"`, body) ?? URL.parse(url)?.searchParams.get(name) ?? '';
}

function compare(sample: Sample, hints: string[]): VerifySampleAnswer {
  const explanation = explainWith(sample, sample.message, sample.secret);
  if (!explanation) {
    return { matches: null, expected: {}, signed_content: '', hints: [...hints, unreadable[sample.dialect]] };
  }
  const { matches, expected, signedContent } = explanation;
  const [name = '', proof = ''] = Object.entries(expected)[0] ?? [];
  const more =
    matches === null
      ? misplacedHints(name, proof, sample.message)
      : matches
        ? []
        : explainMismatch(sample, name, proof, givenProof(name, sample.message));
  return { matches, expected, signed_content: signedContent, hints: [...hints, ...more] };
}

function readable(endpoint: Endpoint): string | null {
  try {
    return currentSecret(endpoint);
  } catch {
    return null;
  }
}

/**
 * Says what should have proved a message that the merchant pastes, and why what came does not. It signs all that it is
 * given, so it is there for merchants in test mode only. Refuses: not_found, test_mode_only.
 */
export async function verifySample(ctx: Context, id: string, body: VerifySampleBody): Promise<VerifySampleAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  const endpoint = await findEndpoint(ctx.db, merchantId, id);
  if (!endpoint) throw new Refusal('not_found');
  if (!(await isTestMerchant(ctx.db, merchantId))) throw new Refusal('test_mode_only');
  const now = ctx.clock.now();
  const present = await selectEndpoints(ctx.db, merchantId);
  const { message, hints } = prepare(endpoint, body, now);
  const sample: Sample = {
    ...{ merchantId, message, dialect: endpoint.dialect, target: endpoint.url, secret: currentSecret(endpoint) },
    previous: stillSigning(endpoint.previousSecrets, now).map(({ secret }) => unseal(secret, id)),
    others: present.flatMap((other) => {
      const secret = other.id === id || other.dialect !== endpoint.dialect ? null : readable(other);
      return secret === null ? [] : [{ id: other.id, secret }];
    }),
  };
  return compare(sample, hints);
}
