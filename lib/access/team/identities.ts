import type { Tx } from '@/db/client';
import { type Context, type OperatorActor, requireUser } from '@/lib/access/actor';
import {
  emailIdentity,
  type Identity,
  type ProvenIdentity,
  presentIdentity,
  readIdentity,
} from '@/lib/access/identity';
import { deleteIdentity, insertIdentity, lockIdentities, lockIdentity } from '@/lib/access/people-store';
import { proveCode, sendCode } from '@/lib/access/proofs/code-proof';
import { offerMessage, proveWallet } from '@/lib/access/proofs/wallet-proof';
import { Refusal } from '@/lib/kernel/errors';
import { requireOwnProof, tellOfWayIn } from './ways-in';

/** The ways in which a person signs in: adding and removing wallets and mail addresses. */

const holderOf = (ctx: Context) => `session:${requireUser(ctx).sessionId}` as const;

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

type Change = { identity: Identity; change: 'added' | 'removed'; operator: OperatorActor | null };

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

function tell(tx: Tx, ctx: Context, { identity, ...told }: Change): Promise<void> {
  const way = presentIdentity(identity);
  return tellOfWayIn(tx, ctx, { ...told, way, facts: { identity: way } });
}
