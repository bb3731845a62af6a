import type { Database } from '@/db/client';
import type { ActorKind, Scope } from '@/db/vocabulary';
import type { Clock } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';

/** Who acts: each kind with the facts that its permissions are read from. */
export type Actor =
  | { kind: 'api_key'; keyId: string; merchantId: string; scopes: readonly Scope[] }
  | { kind: 'claimant' }
  | { kind: 'system'; job: string };

/** What every verb acts through. */
export type Context = {
  db: Database;
  clock: Clock;
  actor: Actor;
  requestId: string;
  /** sha256 of the caller's Idempotency-Key, where one was sent. */
  requestKey?: string;
};

export type MerchantActor = Extract<Actor, { kind: 'api_key' }>;

/** The acting merchant, if the key's scopes allow `scope`. */
export function requireScope(ctx: Context, scope: Scope): MerchantActor {
  if (ctx.actor.kind !== 'api_key') throw new Refusal('unauthenticated');
  if (!ctx.actor.scopes.includes(scope)) {
    throw new Refusal('forbidden', { detail: `This API key lacks the scope ${scope}.` });
  }
  return ctx.actor;
}

/** How the audit names an actor. */
export function actorColumns(actor: Actor): { actorKind: ActorKind; actorId: string | null } {
  switch (actor.kind) {
    case 'api_key':
      return { actorKind: 'api_key', actorId: actor.keyId };
    case 'claimant':
      return { actorKind: 'claimant', actorId: null };
    case 'system':
      return { actorKind: 'system', actorId: actor.job };
  }
}
