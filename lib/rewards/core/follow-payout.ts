import type { Tx } from '@/db/client';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import type { RedemptionStatus } from '@/db/vocabulary/rewards';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { log } from '@/lib/kernel/log';
import { bookReturned, bookSpent } from './books';
import { changePurse, findRedemption, lockPurse, updateRedemption } from './locked-store';

const redemptionOf = {
  awaiting_approval: 'open',
  pending: 'open',
  processing: 'open',
  completed: 'paid',
  failed: 'returned',
  cancelled: 'returned',
  expired: 'returned',
} as const satisfies Record<PayoutStatus, RedemptionStatus>;

/** What a payout is to the coins that were turned into it. */
export type RedeemedPart = { id: string; merchantId: string; redemptionId: string | null };

/**
 * Moves a redemption with its payout, in the transaction that moves the payout and holds its row: one that ends without paying
 * gives the coins back, once. One that is paid after all takes them again, also where the user has spent them since: then the
 * purse is below zero.
 */
export async function followRedemption(
  tx: Tx,
  ctx: Context,
  { id: payout, merchantId, redemptionId }: RedeemedPart,
  { from, to }: { from: PayoutStatus; to: PayoutStatus },
): Promise<void> {
  const [left, reached] = [redemptionOf[from], redemptionOf[to]];
  if (redemptionId === null || left === reached) return;
  const now = ctx.clock.now();
  const named = await findRedemption(tx, { merchantId, id: redemptionId });
  const purse = await lockPurse(tx, named);
  const redemption = await updateRedemption(tx, purse, named, reached, now);
  const { coins } = redemption;
  const moved = coinsMoved(left, reached);
  if (moved === 0n) return;
  const after = await changePurse(tx, purse, { spent: moved * coins }, { now });
  await (moved < 0n ? bookReturned : bookSpent)(tx, redemption, now);
  if (after.coins < 0n)
    log.error({ redemption: redemptionId, payout }, 'coins were paid out that their user had spent again');
  const action = moved < 0n ? 'redemption.returned' : 'redemption.taken_again';
  const detail = { payout, coins: coins.toString(), payout_status: to };
  await audit(tx, ctx, { merchantId, action, subjectId: redemptionId, detail, now });
}

/** How often its coins are taken from the purse by this step; below zero where they go back. */
function coinsMoved(left: RedemptionStatus, reached: RedemptionStatus): bigint {
  if (reached === 'returned') return -1n;
  return left === 'returned' ? 1n : 0n;
}
