import { type Context, requirePermission } from '@/lib/access/actor';
import { spendByKey } from '@/lib/access/policies/spend';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { leavingOf } from '@/lib/payouts/limits/leaving';
import { replaceLink } from '@/lib/payouts/link';
import { lockIfThere } from '@/lib/payouts/locked-store';
import type { ClaimLinkAnswer } from '@/lib/payouts/schema';
import { inviteRecipient } from './invite-recipient';

/**
 * Replaces the claim link of an open payout: the old link stops working at once. Anyone with a link may claim what is
 * owed to anyone, so a person confirms their identity. A recipient by e-mail is sent the new one where it can be fetched: not for a payout that failed. Refuses: not_found, payout_state, key_*, step-up.
 */
export async function reissueLink(ctx: Context, id: string): Promise<ClaimLinkAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  return ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, { merchantId, id });
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    if (payout.cancelRequestedAt || (payout.status !== 'pending' && payout.status !== 'failed')) {
      const word = payout.cancelRequestedAt ? 'cancelled' : payout.status;
      throw new Refusal('payout_state', { detail: `A payout that is ${word} needs no new link.` });
    }
    // Who has it is paid; the links of others open nothing by themselves.
    if (payout.recipientType === 'anyone')
      await spendByKey(tx, ctx, leavingOf(payout), { payoutId: id, orderId: payout.orderId });
    const answer = await replaceLink(tx, ctx, payout);
    await inviteRecipient(tx, payout, ctx.clock.now());
    return answer;
  });
}
