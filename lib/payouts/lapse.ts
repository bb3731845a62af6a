import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { selectLapsed } from './due-store';
import { lockPayout } from './locked-store';
import { move } from './move';
import { findLiveTransfer } from './transfer-store';
import { findCursor } from './watch-store';

/**
 * Closes payouts that were cancelled or whose time is over, once the chain's final time is past everything that was
 * signed for them; before that a payment could still arrive. Returns how many.
 */
export async function lapsePayouts(ctx: Context, chain: ChainKey): Promise<number> {
  const cursor = await findCursor(ctx.db, chain);
  const now = ctx.clock.now();
  const due = await selectLapsed(ctx.db, chain, now, cursor?.finalTime ?? new Date(0));
  for (const key of due) {
    await ctx.db.transaction(async (tx) => {
      const payout = await lockPayout(tx, key);
      const open = payout.status === 'pending' || payout.status === 'awaiting_approval';
      const stillOut = payout.signedUntil !== null && payout.signedUntil >= (cursor?.finalTime ?? new Date(0));
      const toCancel = payout.cancelRequestedAt !== null && payout.status === 'failed';
      if (!(open || toCancel) || stillOut) return;
      if (payout.rail === 'wallet' && (await findLiveTransfer(tx, payout))) return;
      const step = payout.cancelRequestedAt
        ? { to: 'cancelled' as const, because: 'asked for by the merchant; the last signed payout lapsed' }
        : { to: 'expired' as const, because: 'it was not paid in time' };
      await move(tx, ctx, payout, step);
    });
  }
  return due.length;
}
