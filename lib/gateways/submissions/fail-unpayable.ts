import type { Context } from '@/lib/access/actor';
import { failureColumns } from '@/lib/payouts/failure';
import { lockPayout } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { startProcessing } from '@/lib/payouts/sightings';
import type { Key } from '@/lib/payouts/store';
import { readLiveTransfer } from '@/lib/payouts/transfer-store';
import { type Failure, reason } from '@/lib/wire/reason';

/** Fails a payout that its gateway can never send, such as one to an address that it does not take. */
export async function failUnpayable(ctx: Context, key: Key, because: Failure): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    if (payout.status !== 'pending' || (await readLiveTransfer(tx, payout))) return;
    // A payout fails out of `processing`, and the merchant is told of the failure alone.
    await startProcessing(tx, ctx, payout, reason('handed_to_gateway'));
    await move(tx, ctx, await lockPayout(tx, key), { to: 'failed', set: failureColumns(because), because });
  });
}
