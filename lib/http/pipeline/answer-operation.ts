import { z } from 'zod';
import type { Context } from '@/lib/access/actor';
import { processDatabase } from '@/lib/access/process-context';
import { type Answer, jsonAnswer } from '@/lib/http/base/answer';
import { originOf } from '@/lib/http/base/origin';
import { problemAnswer } from '@/lib/http/base/problem';
import { readBody } from '@/lib/http/base/read-body';
import { refusalFrom } from '@/lib/http/base/refusal-from';
import { isMerchant } from '@/lib/http/base/store';
import { findUnstorable, readQuery } from '@/lib/http/base/validate';
import { authenticate, challenge, isForOwnPages } from '@/lib/http/identity/authenticate';
import { claimQuotas } from '@/lib/http/identity/claim-quota';
import { type Allowance, countRequest, type Quota, rateHeaders, refuseOverQuota } from '@/lib/http/identity/rate-limit';
import { refuseCrossSite } from '@/lib/http/identity/same-origin';
import { systemClock } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { hashToken } from '@/lib/kernel/secrets';
import { knowingChains } from '@/lib/tokens/learn';
import { answerOnce, fingerprintOf, keyOfOperator, readKey } from './idempotency';
import { problemsOf } from './problems-of';
import type { CallInput, Descriptor, Operation } from './route';
import type { Call } from './serve';
import { isValidateOnly } from './validate-only';

/**
 * Counts the request, the narrowest bound first: what that refuses uses up nothing of those which more callers share. What
 * it may still do goes out with the answer, by the bound that has the least left.
 */
async function count(ctx: Pick<Context, 'db' | 'clock'>, call: Call, quotas: Quota[]): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (const quota of quotas) {
    const allowance = await countRequest(ctx.db, quota, ctx.clock.now());
    const left = quota.limit - allowance.count;
    if (left < least) tell(call, allowance);
    least = Math.min(least, left);
    refuseOverQuota(allowance);
  }
}

function tell(call: Call, allowance: Allowance): void {
  for (const [name, value] of Object.entries(rateHeaders(allowance))) call.headers.set(name, value);
}

/** Who calls, counted and allowed in. */
export async function admit(
  { descriptor }: { descriptor: Pick<Descriptor, 'permission'> },
  call: Call,
  params?: unknown,
): Promise<Context> {
  const { headers } = call.request;
  const ctx = { db: processDatabase(), clock: systemClock, requestId: call.requestId, origin: originOf(headers) };
  if (isForOwnPages(descriptor.permission, headers)) refuseCrossSite(call.request);
  const caller = await authenticate(ctx.db, call.request, descriptor.permission, ctx.clock.now());
  if (caller.actor.kind === 'api_key' || caller.actor.kind === 'operator_key') call.keyId = caller.actor.keyId;
  const ofLink = descriptor.permission === 'claimant' ? await claimQuotas(ctx.db, call.request, params) : null;
  if (caller.counted) {
    tell(call, caller.counted);
    refuseOverQuota(caller.counted);
  } else await count(ctx, call, ofLink ?? (caller.quota ? [caller.quota] : []));
  if (caller.refusal?.code === 'unauthenticated') call.headers.set('WWW-Authenticate', challenge(headers));
  if (caller.refusal) throw caller.refusal;
  return { ...ctx, actor: caller.actor };
}

async function read(descriptor: Descriptor, request: Request, params: unknown): Promise<CallInput> {
  // Nothing of ours is called by what cannot be kept.
  if (findUnstorable(params, [])) throw new Refusal('not_found');
  if (descriptor.params && !descriptor.params.safeParse(params).success) throw new Refusal('not_found');
  const bodiless = request.method === 'GET' || request.method === 'HEAD';
  return {
    params,
    query: descriptor.query ? readQuery(new URL(request.url)) : {},
    body: bodiless ? {} : await readBody(request, descriptor.body !== undefined, descriptor.bodyBytes),
  };
}

/** Of a change, which may have begun: the caller may ask again, since this process knows the chain by now. */
const askAgain = (error: unknown) =>
  error instanceof Refusal
    ? error
    : new Refusal(
        'chain_unavailable',
        { retryAfterSeconds: 1, detail: 'It was added a moment ago.' },
        { cause: error },
      );

type Run = (ctx: Context) => Promise<string>;

/** Runs the operation; what it throws is an answer, too, so that it can be kept for a repetition. */
async function attempt({ descriptor }: Operation, ctx: Context, run: Run) {
  try {
    return jsonAnswer(descriptor.status ?? 200, await run(ctx));
  } catch (error) {
    const refusal = refusalFrom(error, ctx.requestId);
    if (error instanceof Refusal && !problemsOf(descriptor).includes(refusal.code)) {
      log.warn({ requestId: ctx.requestId, operation: descriptor.id, code: refusal.code }, 'An undeclared refusal');
    }
    return problemAnswer(refusal, ctx.requestId, descriptor.body !== undefined);
  }
}

/**
 * Lets the caller in, reads the request and answers it: once per Idempotency-Key where the operation honours one. Members
 * get no answer replayed, since they may have to confirm their identity in between; the verb finds its earlier work.
 */
export async function answerOperation(operation: Operation, call: Call, params: unknown): Promise<Answer> {
  const ctx = await admit(operation, call, params);
  const { request } = call;
  const given = await read(operation.descriptor, request, params);
  const chosen = (isValidateOnly(given.body) && operation.validating) || operation;
  const prepared = await knowingChains(ctx.db, () => chosen.prepare(given));
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const run: Run = (by) => knowingChains(ctx.db, () => prepared(by, call), isRead ? undefined : askAgain);
  const key = chosen.descriptor.idempotent ? readKey(request.headers) : null;
  if (key === null) return attempt(chosen, ctx, run);
  const { pathname } = new URL(request.url);
  const fingerprint = fingerprintOf(request.method, pathname, given.body);
  const keeper = await keeperOf(ctx, chosen.descriptor, params, key);
  if (!keeper) {
    // Nothing remembers the first body, so it is part of the name: another body under the same key is another request.
    return attempt(operation, { ...ctx, requestKey: hashToken(`${key} ${fingerprint}`) }, run);
  }
  const acting = { ...ctx, requestKey: hashToken(key) };
  return answerOnce(ctx.db, ctx.clock, { ...keeper, fingerprint }, () => attempt(operation, acting, run));
}

const ofMerchant = z.object({ id: z.string() });

/** With which merchant the answer is kept, and under which key; null where none is. */
async function keeperOf({ db, actor }: Context, { keptWithMerchant }: Descriptor, params: unknown, key: string) {
  if (actor.kind === 'api_key') return { merchantId: actor.merchantId, key };
  if (actor.kind !== 'operator_key' || !keptWithMerchant) return null;
  const { id } = ofMerchant.parse(params);
  return (await isMerchant(db, id)) ? { merchantId: id, key: keyOfOperator(actor.keyId, key) } : null;
}
