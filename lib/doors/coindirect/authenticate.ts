import type { Context } from '@/lib/access/actor';
import { noteKeyUse } from '@/lib/access/api-keys';
import { findIpRefusal } from '@/lib/access/policies/find-ip-refusal';
import { processDatabase } from '@/lib/access/process-context';
import { type DoorKey, findDoorKey } from '@/lib/doors/keys/find';
import { originOf } from '@/lib/http/base/origin';
import { rawTarget } from '@/lib/http/base/raw-target';
import { addressQuota } from '@/lib/http/identity/authenticate';
import { type HawkHeader, isHawkFresh, isHawkOf, readHawk, staleChallenge } from '@/lib/http/identity/hawk';
import { takeNonce } from '@/lib/http/identity/hawk-nonce';
import type { Quota } from '@/lib/http/identity/rate-limit';
import type { Call } from '@/lib/http/pipeline/serve';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';

export type CoindirectKey = DoorKey<'coindirect'>;

/** Who calls. `header` is there once it is proved; `refusal` is thrown after the request was counted. */
export type Caller = {
  key: CoindirectKey | null;
  header: HawkHeader | null;
  quota: Quota;
  refusal: Refusal | null;
};

type Bare = Omit<Context, 'actor'>;

export function bareContext({ request, requestId }: Call): Bare {
  return { db: processDatabase(), clock: systemClock, requestId, origin: originOf(request.headers) };
}

function unproved(call: Call, challenge: string, detail: string): Omit<Caller, 'quota'> {
  call.headers.set('WWW-Authenticate', challenge);
  return { key: null, header: null, refusal: new Refusal('unauthenticated', { detail }) };
}

async function prove(ctx: Bare, call: Call): Promise<Omit<Caller, 'quota'>> {
  const { request } = call;
  const header = readHawk(request.headers.get('authorization'));
  if (!header) return unproved(call, 'Hawk', 'Sign the request with Hawk: id, ts, nonce and mac.');
  const now = ctx.clock.now();
  const key = await findDoorKey(ctx.db, 'coindirect', header.id);
  const asked = { method: request.method, target: rawTarget(request), origin: env.BASE_URL };
  if (!key || !isHawkOf(key.secret, header, asked)) {
    return unproved(call, 'Hawk error="Bad mac"', 'No key of this id made this mac for this request.');
  }
  if (!isHawkFresh(header, now)) {
    return unproved(call, staleChallenge(key.secret, now), 'Your clock is more than fifteen minutes off.');
  }
  if (await takeNonce(ctx.db, key.actor.keyId, header)) {
    noteKeyUse(ctx.db, key, now);
    return { key, header, refusal: findIpRefusal(key.ipRanges, ctx.origin?.address ?? null) };
  }
  const detail = 'This nonce was used before, at this second. Use another one for each request.';
  return { key: null, header: null, refusal: new Refusal('rate_limited', { detail, retryAfterSeconds: 1 }) };
}

/** Who signed this request. What does not prove itself counts by its address, so that nobody uses up another's key. */
export async function authenticate(ctx: Bare, call: Call): Promise<Caller> {
  const proved = await prove(ctx, call);
  if (!proved.key) return { ...proved, quota: addressQuota(call.request.headers) };
  const { actor, requestsPerMinute } = proved.key;
  const limit = requestsPerMinute ?? env.RATE_LIMIT_KEY_PER_MINUTE;
  return { ...proved, quota: { policy: 'key', subject: actor.keyId, limit } };
}
