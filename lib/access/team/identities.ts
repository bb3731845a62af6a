import type { Tx } from '@/db/client';
import { type Context, type OperatorActor, requireUser } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import {
  emailIdentity,
  type Identity,
  type ProvenIdentity,
  presentIdentity,
  readIdentity,
} from '@/lib/access/identity';
import {
  deleteIdentity,
  insertIdentity,
  lockIdentities,
  lockIdentity,
  selectIdentities,
  selectMemberships,
} from '@/lib/access/people-store';
import { proveCode, sendCode } from '@/lib/access/proofs/code-proof';
import { offerMessage, proveWallet } from '@/lib/access/proofs/wallet-proof';
import { findOperatorBySession } from '@/lib/access/sessions/sessions';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { queueMail } from '@/lib/mail/outbox';
import { wayInChangedMail } from '@/lib/mail/render';
import { auditOperator } from '@/lib/operators/audit-operator';
import { operatorSteppedUpUntil } from '@/lib/operators/require-operator';

/** The ways in which a person signs in: adding and removing wallets and mail addresses. */

const holderOf = (ctx: Context) => `session:${requireUser(ctx).sessionId}` as const;

/**
 * Guards the ways in of a person: fresh proof as a member, and as an operator where they are one, since what is added opens both.
 * Answers the operator that they are, or null. Refuses: step_up_required, forbidden.
 */
async function requireOwnProof(ctx: Context): Promise<OperatorActor | null> {
  requireStepUp(ctx);
  const { sessionId } = requireUser(ctx);
  const operator = await findOperatorBySession(ctx, sessionId, ctx.origin ?? { address: null, userAgent: null });
  if (!operator || operatorSteppedUpUntil(operator, ctx.clock.now())) return operator;
  const detail = 'You run this portal as well: confirm on the operators’ pages that it is you, then come back here.';
  throw new Refusal('forbidden', { detail });
}

/** A message with which a wallet agrees to become one of the person's own. */
export async function offerLink(ctx: Context, wanted: { address: string; chainId?: number }) {
  await requireOwnProof(ctx);
  return offerMessage(ctx, { ...wanted, purpose: 'link', holder: holderOf(ctx) });
}

/** Mails a code to the address that is to become one of the person's own. */
export async function sendLinkCode(ctx: Context, wanted: { email: string; network: string | null }) {
  await requireOwnProof(ctx);
  const email = emailIdentity(wanted.email).value;
  return sendCode(ctx, { purpose: 'link', holder: holderOf(ctx), email, network: wanted.network, known: true });
}

export async function linkWallet(ctx: Context, proof: { message: string; signature: string }): Promise<void> {
  const operator = await requireOwnProof(ctx);
  await link(ctx, operator, await proveWallet(ctx, { ...proof, purpose: 'link', holder: holderOf(ctx) }));
}

export async function linkEmail(ctx: Context, { email, code }: { email: string; code: string }): Promise<void> {
  const operator = await requireOwnProof(ctx);
  const { value } = emailIdentity(email);
  await link(ctx, operator, await proveCode(ctx, { purpose: 'link', holder: holderOf(ctx), email: value, code }));
}

async function link(ctx: Context, operator: OperatorActor | null, identity: ProvenIdentity): Promise<void> {
  const actor = requireUser(ctx);
  await ctx.db.transaction(async (tx) => {
    await lockIdentity(tx, identity);
    if (!(await insertIdentity(tx, actor.userId, identity, ctx.clock.now()))) throw new Refusal('identity_taken');
    await tell(tx, ctx, { identity, change: 'added', operator });
  });
}

/** Takes a way to sign in away; never the last one. Sessions that it opened go on: they can be ended by themselves. */
export async function removeIdentity(ctx: Context, wanted: Identity): Promise<void> {
  const operator = await requireOwnProof(ctx);
  const { userId } = requireUser(ctx);
  const identity = readIdentity(wanted, 'value');
  await ctx.db.transaction(async (tx) => {
    const own = await lockIdentities(tx, userId);
    if (!own.some(({ kind, value }) => kind === identity.kind && value === identity.value)) {
      throw new Refusal('not_found', { detail: 'You do not sign in with this.' });
    }
    if (own.length === 1) {
      throw new Refusal('last_identity', {
        detail: 'Without it you could not sign in any more. Add another one first.',
      });
    }
    await tell(tx, ctx, { identity, change: 'removed', operator });
    await deleteIdentity(tx, userId, identity);
  });
}

type Change = { identity: Identity; change: 'added' | 'removed'; operator: OperatorActor | null };

/** Every team that the person is in keeps a line of it, and the operators where they are one; their mail addresses hear of it. */
async function tell(tx: Tx, ctx: Context, { identity, change, operator }: Change): Promise<void> {
  const { userId } = requireUser(ctx);
  const now = ctx.clock.now();
  const facts = { identity: presentIdentity(identity) };
  const line = { action: `identity.${change}`, subjectId: userId, now };
  const told = { ...line, ...(change === 'added' ? { after: facts } : { before: facts }) };
  for (const { merchantId } of await selectMemberships(tx, userId)) await audit(tx, ctx, { ...told, merchantId });
  if (operator) await auditOperator(tx, { ...ctx, actor: operator }, told);
  const words = wayInChangedMail({ ...presentIdentity(identity), change, portal: env.BASE_URL });
  for (const { kind, value } of await selectIdentities(tx, [userId])) {
    if (kind === 'email') await queueMail(tx, { merchantId: null, to: value, ...words, now });
  }
}
