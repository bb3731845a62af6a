import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { hashToken } from '@/lib/kernel/secrets';
import { markLink, updatePayout } from '@/lib/payouts/locked-store';
import { tell } from '@/lib/payouts/move';
import { readAndPresent } from '@/lib/payouts/present';
import { lockLinked } from './lock-linked';

/**
 * A reader of the link says that it is not for them: the merchant hears of it, once per link. It stops nothing, since anyone
 * with the link can say so. Refuses: link_*, already_paid, transfer_in_progress, payout_state.
 */
export async function disputeRecipient(ctx: Context, token: string): Promise<{ disputed: true }> {
  await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    const { payout } = await lockLinked(tx, token, now);
    if (!(await markLink(tx, payout, { tokenHash: hashToken(token), mark: 'disputedAt', now }))) return;
    const told = await updatePayout(tx, payout, {}, now);
    const { merchantId, id: subjectId } = told;
    await audit(tx, ctx, { merchantId, action: 'claim.recipient_disputed', subjectId, now });
    await tell(tx, told, 'claim.recipient_disputed', await readAndPresent(tx, told), now);
  });
  return { disputed: true };
}
