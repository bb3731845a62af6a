import type { Database } from '@/db/client';
import type { Scope } from '@/db/vocabulary';
import type { Actor } from '@/lib/access/actor';
import { findActorByKey } from '@/lib/access/api-keys';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { clientNetwork } from './address';
import type { Quota } from './rate-limit';

/** Who may call: a key with a scope, the holder of a claim link, or anyone (cheap answers that are the same for all). */
export type Permission = { scope: Scope } | 'claimant' | 'public';

/** `refusal` is thrown only after the request was counted, so that guessing is limited too. */
export type Caller = { actor: Actor; quota: Quota | null; refusal: Refusal | null };

const claimant: Actor = { kind: 'claimant' };

export function addressQuota(headers: Headers): Quota {
  return { policy: 'address', subject: clientNetwork(headers), limit: env.RATE_LIMIT_ADDRESS_PER_MINUTE };
}

async function authenticateKey(db: Database, headers: Headers, scope: Scope, now: Date): Promise<Caller> {
  const key = /^bearer +([^ ]+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
  const holder = key ? await findActorByKey(db, key, now) : null;
  if (!holder) {
    const detail = key
      ? 'This API key is not known or was revoked.'
      : 'Send your API key as "Authorization: Bearer <key>".';
    return { actor: claimant, quota: addressQuota(headers), refusal: new Refusal('unauthenticated', { detail }) };
  }
  const { actor, requestsPerMinute } = holder;
  return {
    actor,
    quota: { policy: 'key', subject: actor.keyId, limit: requestsPerMinute ?? env.RATE_LIMIT_KEY_PER_MINUTE },
    refusal: actor.scopes.includes(scope)
      ? null
      : new Refusal('forbidden', { detail: `This API key lacks the scope ${scope}.` }),
  };
}

export async function authenticate(db: Database, headers: Headers, permission: Permission, now: Date): Promise<Caller> {
  if (permission === 'public') return { actor: claimant, quota: null, refusal: null };
  if (permission === 'claimant') return { actor: claimant, quota: addressQuota(headers), refusal: null };
  return authenticateKey(db, headers, permission.scope, now);
}

/** RFC 6750: what an answer of 401 tells about how to do better. */
export function challenge(headers: Headers): string {
  return headers.has('authorization')
    ? 'Bearer realm="Drawbridge", error="invalid_token"'
    : 'Bearer realm="Drawbridge"';
}
