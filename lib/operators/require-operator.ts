import type { Tx } from '@/db/client';
import type { OperatorPermission } from '@/db/vocabulary/operators';
import type { Actor, Context, OperatorActor } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { operatorPermissionsOf } from './permissions';
import { findRoleHeld } from './store';

/** How long a fresh proof of an operator counts. */
export const operatorStepUpMinutes = 10;

export type OperatorOrKey = Extract<Actor, { kind: 'operator' | 'operator_key' }>;

/** Whether this operator's role, or this key's scopes, allow `permission`. */
export function mayOperate(actor: OperatorOrKey, permission: OperatorPermission): boolean {
  const held: readonly OperatorPermission[] =
    actor.kind === 'operator' ? operatorPermissionsOf[actor.role] : actor.scopes;
  return held.includes(permission);
}

/** The acting operator or operator's key, if it may do this. Members and their keys never do. */
export function requireOperator({ actor }: Context, permission: OperatorPermission): OperatorOrKey {
  if (actor.kind !== 'operator' && actor.kind !== 'operator_key') {
    throw new Refusal('forbidden', { detail: 'This is for the operators of this portal.' });
  }
  if (mayOperate(actor, permission)) return actor;
  const what = actor.kind === 'operator' ? `The role ${actor.role} may not do that` : 'This key may not do that';
  throw new Refusal('forbidden', { detail: `${what}: it needs ${permission}.` });
}

/** When the operator's fresh proof ends; null without one. */
export function operatorSteppedUpUntil({ steppedUpAt }: OperatorActor, now: Date): Date | null {
  const until = steppedUpAt && addSeconds(steppedUpAt, operatorStepUpMinutes * 60);
  return until && until > now ? until : null;
}

/**
 * Guards what an operator changes: they have proved who they are within ten minutes, on the operators' own pages. A key is
 * a proof each time. Call it right after `requireOperator`.
 */
export function requireOperatorStepUp({ actor, clock }: Context): void {
  if (actor.kind === 'operator_key') return;
  if (actor.kind === 'operator' && operatorSteppedUpUntil(actor, clock.now())) return;
  throw new Refusal('step_up_required', {
    detail: 'This needs a fresh proof. Please confirm with a passkey, your wallet or a code by mail that it is you.',
  });
}

/**
 * Holds what a person's role allows, so that one who is removed meanwhile, or may no longer, leaves nothing behind that the change
 * of it missed. Refuses: forbidden.
 */
export async function requireStillOperator(tx: Tx, userId: string, permission: OperatorPermission): Promise<void> {
  const role = await findRoleHeld(tx, userId);
  if (role && operatorPermissionsOf[role].includes(permission)) return;
  const what = role ? `Your role is ${role} now, and may not do that` : 'You are an operator of this portal no longer';
  throw new Refusal('forbidden', { detail: `${what}.` });
}
