import { z } from 'zod';

/** What came back of one request to the gateway; `status` and `body` are null where no answer came. */
export type GatewayAnswer = {
  status: number | null;
  body: string | null;
  error: string | null;
  unconnected: boolean;
  /** Where a redirect points to. */
  location: string | null;
};

/**
 * What a submission came to. `refused`: nothing was sent, and asking the same again changes nothing. `later`: nothing was
 * sent, and it may be asked again. `known`: this id was handed in before. `unknown`: the money may be on its way.
 */
export type Submission =
  | { state: 'accepted'; taskId: string }
  | { state: 'refused'; words: string }
  | { state: 'later'; words: string }
  | { state: 'known'; words: string }
  | { state: 'unknown'; words: string };

const acceptedBody = z.object({ task_id: z.string().min(1), external_id: z.unknown() });
const saidBody = z.object({ status: z.literal('error'), message: z.string() });

/** Messages that the server writes before it hands anything to its wallet. */
const beforeTheWallet = [
  /^Unknown crypto: /,
  /^Invalid callback_url/,
  /^'(fee|amount|destination)'$/,
  /^Payout destination must be /,
  /^400 Bad Request: /,
];
/** Refusals to let us in; of these the server says most with status 200. */
const notLetIn = [
  /^Bad HTTP Basic Auth credentials$/,
  /^This endpoint doesn't accept X-Shkeeper-Api-Key auth$/,
  /^No API key$/,
  /^Bad API key$/,
  /^Store is not active$/,
];
const handedInBefore = /^Payout with this external_id already exists: /;

/** The body as JSON of a shape; null where it is anything else. */
export function readBody<T>(shape: z.ZodType<T>, body: string | null): T | null {
  try {
    return shape.safeParse(JSON.parse(body ?? '')).data ?? null;
  } catch {
    return null;
  }
}

const loginPage = /^(https?:\/\/[^/?#]+)?(\/[^?#]*)?\/login([?#]|$)/;

/**
 * Reads the answer to what was handed in as `externalId`. Only what the server itself is known to say before it asks its wallet
 * counts as "nothing was sent": a proxy before it redirects, and says 503, of what has arrived there, too.
 */
export function classifySubmission(answer: GatewayAnswer, externalId: string | null): Submission {
  const { status, body, error, unconnected } = answer;
  if (unconnected) return { state: 'later', words: error ?? '' };
  const accepted = status === 200 ? readBody(acceptedBody, body) : null;
  // Older servers do not say of which payout they speak.
  if (accepted && [externalId, null, undefined].some((one) => one === accepted.external_id)) {
    return { state: 'accepted', taskId: accepted.task_id };
  }
  if (status === 302 && loginPage.test(answer.location ?? '')) {
    return { state: 'refused', words: 'The gateway asks for a login.' };
  }
  const words = readBody(saidBody, body)?.message ?? null;
  if (words !== null && (status === 200 || status === 403) && notLetIn.some((one) => one.test(words))) {
    return { state: 'refused', words };
  }
  if (words !== null && status === 503) return { state: 'later', words };
  if (words !== null && status === 500) {
    if (handedInBefore.test(words)) return { state: 'known', words };
    if (beforeTheWallet.some((one) => one.test(words))) return { state: 'refused', words };
  }
  return { state: 'unknown', words: words ?? error ?? (body ?? '').slice(0, 300) };
}

const transferred = z.object({ dest: z.string(), txids: z.array(z.string()), status: z.string().optional() });
const taskBody = z.object({ status: z.string(), result: z.unknown() });

/** What the gateway says of a task; `hashes` in lower case with 0x. A word of its that is not known is `working`. */
export type TaskState =
  | { state: 'working' }
  | { state: 'sent'; hashes: string[] }
  | { state: 'failed_unsent'; words: string }
  | { state: 'failed'; words: string }
  | { state: 'unreadable'; words: string };

/** Failures of the wallet's worker that come before anything is broadcast. */
const beforeBroadcast = [
  /^Have not enough (tokens|crypto) on fee account, need \S+ have \S+$/,
  /^Address .* is not valid (ethereum|blockchain) address$/,
];

export function hashOf(text: string): string | null {
  const [, digits] = /^(?:0x)?([0-9a-fA-F]{64})$/.exec(text.trim()) ?? [];
  return digits ? `0x${digits.toLowerCase()}` : null;
}

/** Reads `GET /<crypto>/task/<id>`; of a task for several, the hashes of transfers to `destination`. */
export function readTask({ status, body, error }: GatewayAnswer, destination: string): TaskState {
  const task = status === 200 ? readBody(taskBody, body) : null;
  if (!task) return { state: 'unreadable', words: error ?? (body ?? '').slice(0, 300) };
  if (task.status === 'SUCCESS') return readSent(task.result, destination);
  if (!['ERROR', 'FAILED', 'FAILURE'].includes(task.status)) return { state: 'working' };
  const words = typeof task.result === 'string' ? task.result : JSON.stringify(task.result);
  return { state: beforeBroadcast.some((one) => one.test(words)) ? 'failed_unsent' : 'failed', words };
}

function readSent(result: unknown, destination: string): TaskState {
  const list = z.array(transferred).safeParse(result).data;
  const own = list?.filter(({ dest }) => dest.toLowerCase() === destination.toLowerCase());
  const hashes = own?.flatMap(({ txids }) => txids).flatMap((text) => hashOf(text) ?? []);
  return hashes?.length ? { state: 'sent', hashes } : { state: 'failed', words: JSON.stringify(result).slice(0, 300) };
}

const statusBody = z.object({ status: z.enum(['IN_PROGRESS', 'SUCCESS', 'FAIL']), txid: z.string().nullable() });

/** What the gateway's own table says of an external id. `absent` never means that nothing was sent. */
export type RowState =
  | { state: 'absent' }
  | { state: 'row'; status: 'IN_PROGRESS' | 'SUCCESS' | 'FAIL'; hash: string | null }
  | { state: 'unreadable'; words: string };

/** Reads `GET /<crypto>/payout/status`. */
export function readRow({ status, body, error }: GatewayAnswer): RowState {
  if (status === 404) return { state: 'absent' };
  const row = status === 200 ? readBody(statusBody, body) : null;
  if (!row) return { state: 'unreadable', words: error ?? (body ?? '').slice(0, 300) };
  return { state: 'row', status: row.status, hash: hashOf(row.txid ?? '') };
}
