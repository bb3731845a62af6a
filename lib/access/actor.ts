import type { Database } from '@/db/client';
import type { OperatorRole, OperatorScope } from '@/db/vocabulary/operators';
import type { ActorKind, Permission, Role, Scope } from '@/db/vocabulary/people';
import type { Clock } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import type { TimeZone } from '@/lib/kernel/time-zone';
import { permissionsOf } from './permissions';

/** Who acts: each kind with the facts that its permissions are read from. */
export type Actor =
  | { kind: 'api_key'; keyId: string; merchantId: string; scopes: readonly Scope[] }
  | {
      kind: 'user';
      userId: string;
      merchantId: string;
      role: Role;
      sessionId: string;
      /** When the user last confirmed their identity, by a signature or a code. */
      steppedUpAt: Date | null;
      /** The person's own: the days that they ask for are days of it. */
      timeZone: TimeZone;
    }
  | {
      /** A person who runs the installation: nothing of a merchant is opened by it. */
      kind: 'operator';
      userId: string;
      role: OperatorRole;
      sessionId: string;
      /** When they last confirmed their identity on the operators' own pages. */
      steppedUpAt: Date | null;
      timeZone: TimeZone;
    }
  | { /** A person who is signed in, in a team or in none. */ kind: 'person'; userId: string; sessionId: string }
  | { kind: 'operator_key'; keyId: string; scopes: readonly OperatorScope[] }
  | { kind: 'claimant' }
  | { kind: 'system'; job: string };

/** Where an actor acts from, as far as the portal can see. */
export type Origin = { address: string | null; userAgent: string | null };

/** What every verb acts through. */
export type Context = {
  db: Database;
  clock: Clock;
  actor: Actor;
  requestId: string;
  /** sha256 of the caller's Idempotency-Key, where one was sent. */
  requestKey?: string;
  /** Known for a request over HTTP; the audit keeps it. */
  origin?: Origin;
};

export type KeyActor = Extract<Actor, { kind: 'api_key' }>;
export type MerchantActor = KeyActor | Extract<Actor, { kind: 'user' }>;

export type UserActor = Extract<Actor, { kind: 'user' }>;
export type PersonActor = Extract<Actor, { kind: 'person' }>;
export type OperatorActor = Extract<Actor, { kind: 'operator' }>;

/** The signed-in person who acts. */
export function requireUser(ctx: Context): UserActor {
  if (ctx.actor.kind !== 'user') throw new Refusal('signed_out', { detail: 'Please sign in.' });
  return ctx.actor;
}

/** The signed-in person who acts, whether as a member or as an operator. */
export function requirePerson({ actor }: Context): UserActor | OperatorActor {
  if (actor.kind === 'user' || actor.kind === 'operator') return actor;
  throw new Refusal('signed_out', { detail: 'Please sign in.' });
}

/** Whose days are meant where days are asked for: the person's own, UTC for programs. */
export function timeZoneOf({ actor }: Context): TimeZone {
  return actor.kind === 'user' || actor.kind === 'operator' ? actor.timeZone : 'UTC';
}

/** Whether this key's scopes, or this member's role, allow `permission`. */
export function isAllowed(actor: MerchantActor, permission: Permission): boolean {
  const held: readonly Permission[] = actor.kind === 'user' ? permissionsOf[actor.role] : actor.scopes;
  return held.includes(permission);
}

/** The acting merchant, if the key's scopes or the member's role allow `permission`. */
export function requirePermission(ctx: Context, permission: Permission): MerchantActor {
  const { actor } = ctx;
  if (actor.kind !== 'api_key' && actor.kind !== 'user') throw new Refusal('unauthenticated');
  if (isAllowed(actor, permission)) return actor;
  const detail =
    actor.kind === 'user'
      ? `The role ${actor.role} may not do that: it needs ${permission}.`
      : `This API key lacks the scope ${permission}.`;
  throw new Refusal('forbidden', { detail });
}

/** How the audit names an actor. */
export function actorColumns(actor: Actor): { actorKind: ActorKind; actorId: string | null } {
  switch (actor.kind) {
    case 'api_key':
      return { actorKind: 'api_key', actorId: actor.keyId };
    case 'user':
    case 'person':
      return { actorKind: 'user', actorId: actor.userId };
    case 'operator':
      return { actorKind: 'operator', actorId: actor.userId };
    case 'operator_key':
      return { actorKind: 'operator_key', actorId: actor.keyId };
    case 'claimant':
      return { actorKind: 'claimant', actorId: null };
    case 'system':
      return { actorKind: 'system', actorId: actor.job };
  }
}
