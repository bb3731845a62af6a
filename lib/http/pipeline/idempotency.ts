import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '@/db/client';
import type { Answer } from '@/lib/http/base/answer';
import { canonicalJson } from '@/lib/http/base/json';
import { findKey, giveKeyBack, type KeyLease, keepAnswer, leaseKey } from '@/lib/http/base/store';
import { addSeconds, type Clock } from '@/lib/kernel/clock';
import { type ProblemCode, Refusal } from '@/lib/kernel/errors';
import { hashToken, seal, unseal } from '@/lib/kernel/secrets';

/** How long one run may take before a retry is let in; a process that died holds a key no longer than this. */
export const lockSeconds = 60;
export const keptDays = 30;

/** Refusals that a retry may turn into a success: they are never replayed. */
const passing: ReadonlySet<ProblemCode> = new Set([
  ...([
    'rate_limited',
    'transfer_in_progress',
    'awaiting_funds',
    'signer_refused',
    'signer_declined',
    'signer_unreachable',
    'screening_held',
    'token_paused',
    'token_fee',
    'key_day_limit',
    'merchant_suspended',
    'stopped',
    'merchant_limit',
  ] as const),
  ...(['redemption_open', 'coins_short', 'coins_capped'] as const),
  ...(['vault_blocked', 'recipient_blocked', 'token_refuses', 'claim_would_fail', 'clock_behind'] as const),
]);

const storedAnswer = z.object({ body: z.string(), headers: z.record(z.string(), z.string()) });

/** `merchantId`: with whom the answer is kept. `key` also says whose it is, where that is not the merchant itself. */
export type KeyedRequest = { key: string; merchantId: string; fingerprint: string };

/** What an operators' key sends as Idempotency-Key: no key of the merchant's own can be the same, as it has no line's end in it. */
export function keyOfOperator(keyId: string, key: string): string {
  return `${keyId}\n${key}`;
}

/** The key as it is meant: a structured-field string in quotes, or, as most clients send it, the bare text. */
export function readKey(headers: Headers): string | null {
  const given = headers.get('idempotency-key');
  if (given === null) return null;
  const quoted = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/.exec(given.trim())?.[1]?.replace(/\\(["\\])/g, '$1');
  const key = quoted ?? given.trim();
  if (/^[!-~ ]{1,255}$/.test(key)) return key;
  throw new Refusal('invalid_request', {
    detail: 'Idempotency-Key must be 1 to 255 printable ASCII characters.',
    errors: [{ field: 'Idempotency-Key', detail: 'must be 1 to 255 printable ASCII characters' }],
  });
}

/** Names the request: two requests with equal fingerprints ask for the same. */
export function fingerprintOf(method: string, path: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${path}\n${canonicalJson(body)}`)
    .digest('hex');
}

/** An answer may hold a claim link, so only a request with the same key can read it. */
function purposeOf({ merchantId, key }: KeyedRequest): string {
  return `idempotent answer ${merchantId} ${key}`;
}

function isFinal(answer: Answer): boolean {
  return answer.status < 500 && !(answer.code && passing.has(answer.code));
}

async function earlierAnswer(db: Database, request: KeyedRequest, lease: KeyLease): Promise<Answer | null> {
  const row = await findKey(db, lease.merchantId, lease.keyHash);
  if (!row) return null;
  if (row.fingerprint !== lease.fingerprint) throw new Refusal('idempotency_key_reused');
  if (row.status === null || row.answer === null) {
    throw new Refusal('idempotency_in_progress', { retryAfterSeconds: 1 });
  }
  const { body, headers } = storedAnswer.parse(JSON.parse(unseal(row.answer, purposeOf(request))));
  return { status: row.status, body, headers: { ...headers, 'Idempotent-Replayed': 'true' } };
}

async function runOnce(db: Database, request: KeyedRequest, lease: KeyLease, run: () => Promise<Answer>) {
  const answer = await run().catch(async (error: unknown) => {
    await giveKeyBack(db, lease).catch(() => {});
    throw error;
  });
  if (isFinal(answer)) {
    const sealed = seal(JSON.stringify({ body: answer.body, headers: answer.headers }), purposeOf(request));
    await keepAnswer(db, lease, answer.status, sealed);
  } else await giveKeyBack(db, lease);
  return answer;
}

/**
 * Runs a request at most once at a time per key and answers its repetitions with the first answer. A run that died
 * is run again after its lock has lapsed; the verb finds its earlier work by `ctx.requestKey`.
 */
export async function answerOnce(
  db: Database,
  clock: Clock,
  request: KeyedRequest,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const now = clock.now();
  const lease: KeyLease = {
    merchantId: request.merchantId,
    keyHash: hashToken(request.key),
    fingerprint: request.fingerprint,
    lockedUntil: addSeconds(now, lockSeconds),
    createdAt: now,
  };
  if (await leaseKey(db, lease, addSeconds(now, -keptDays * 86_400))) return runOnce(db, request, lease, run);
  const earlier = await earlierAnswer(db, request, lease);
  if (earlier) return earlier;
  throw new Refusal('idempotency_in_progress', { retryAfterSeconds: 1 });
}
