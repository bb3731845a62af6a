import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/step-up';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken, newToken } from '@/lib/kernel/secrets';
import { findPayout, insertLink, type Payout, revokeLinks } from './store';

/** Makes a claim link; the token inside exists only in the answer, the database keeps its hash. */
export async function openLink(tx: Tx, payout: Payout, now: Date): Promise<string> {
  const token = newToken();
  await insertLink(tx, {
    tokenHash: hashToken(token),
    payoutId: payout.id,
    merchantId: payout.merchantId,
    createdAt: now,
  });
  return `${env.BASE_URL}/p/${token}`;
}

/**
 * Replaces the claim link of an open payout: the old link stops working at once. Whoever has a link may claim what is
 * owed to anyone, so a person proves anew who they are. Refuses: not_found, payout_state, step-up.
 */
export async function reissueLink(ctx: Context, id: string): Promise<{ claim_url: string }> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const payout = await findPayout(tx, merchantId, id);
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    if (payout.status !== 'pending' && payout.status !== 'failed') {
      throw new Refusal('payout_state', { detail: `A payout that is ${payout.status} needs no new link.` });
    }
    await revokeLinks(tx, payout, now);
    await audit(tx, ctx, { merchantId, action: 'payout.link_reissued', subjectId: id, now });
    return { claim_url: await openLink(tx, payout, now) };
  });
}
