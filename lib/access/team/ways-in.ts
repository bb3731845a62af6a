import type { Tx } from '@/db/client';
import { type Context, type OperatorActor, requirePerson } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { selectIdentities, selectMemberships } from '@/lib/access/people-store';
import { findOperatorBySession } from '@/lib/access/sessions/sessions';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { queueMail } from '@/lib/mail/outbox';
import { wayInChangedMail } from '@/lib/mail/render';
import { auditOperator } from '@/lib/operators/audit-operator';
import { operatorSteppedUpUntil, requireOperatorStepUp } from '@/lib/operators/require-operator';

/** What guards the ways in of a person, and who hears of a change of them. */

async function requireOperatorAlone(ctx: Context, operator: OperatorActor): Promise<OperatorActor> {
  requireOperatorStepUp(ctx);
  if ((await selectMemberships(ctx.db, operator.userId)).length === 0) return operator;
  const detail = 'You are in a team as well: change how you sign in at your desk, on the page of your account.';
  throw new Refusal('forbidden', { detail });
}

/**
 * Guards the ways in of a person: fresh proof as a member, and as an operator where they are one, since what is added opens both.
 * Answers the operator that they are, or null. Refuses: step_up_required, forbidden.
 */
export async function requireOwnProof(ctx: Context): Promise<OperatorActor | null> {
  if (ctx.actor.kind === 'operator') return requireOperatorAlone(ctx, ctx.actor);
  requireStepUp(ctx);
  const { sessionId } = requirePerson(ctx);
  const operator = await findOperatorBySession(ctx, sessionId, ctx.origin ?? { address: null, userAgent: null });
  if (!operator || operatorSteppedUpUntil(operator, ctx.clock.now())) return operator;
  const detail = 'You run this portal as well: confirm on the operators’ pages that it is you, then come back here.';
  throw new Refusal('forbidden', { detail });
}

/** `way`: what the mail calls it, and by what its person knows it. */
type Change = {
  way: { kind: 'wallet' | 'email' | 'passkey'; value: string };
  facts: Record<string, unknown>;
  change: 'added' | 'removed';
  operator: OperatorActor | null;
};

/** Every team that the person is in keeps a line of it, and the operators where they are one; their mail addresses hear of it. */
export async function tellOfWayIn(tx: Tx, ctx: Context, { way, facts, change, operator }: Change): Promise<void> {
  const { userId } = requirePerson(ctx);
  const now = ctx.clock.now();
  const action = `${way.kind === 'passkey' ? 'passkey' : 'identity'}.${change}`;
  const told = { action, subjectId: userId, now, ...(change === 'added' ? { after: facts } : { before: facts }) };
  for (const { merchantId } of await selectMemberships(tx, userId)) await audit(tx, ctx, { ...told, merchantId });
  if (operator) await auditOperator(tx, { ...ctx, actor: operator }, told);
  const words = wayInChangedMail({ ...way, change, portal: env.BASE_URL });
  for (const { kind, value } of await selectIdentities(tx, [userId])) {
    if (kind === 'email') await queueMail(tx, { merchantId: null, to: value, ...words, now });
  }
}
