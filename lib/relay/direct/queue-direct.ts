import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { lockPayouts } from '@/lib/payouts/locked-store';
import { lastsUntilClaimed } from '@/lib/payouts/obstacle-words';
import type { Payout } from '@/lib/payouts/store';
import { merchantOverBudget } from '@/lib/relay/claims/budget';
import { enqueueRelay } from '@/lib/relay/claims/enqueue-relay';
import { selectToSend } from './store';

/** At most so many in one run, and of one merchant in one transaction. */
const most = { run: 500, together: 50 } as const;
/** One that ended unpaid is tried again after this, in seconds: its reason may have passed. */
const againSeconds = 600;

/**
 * Puts payouts that we send without a claim into the queue of those that we send, as soon as they may be paid. What waits
 * for approval, for the vault or for the day's budget is taken later, by itself. True when more may be due at once.
 */
export async function queueDirect(ctx: Context, chain: ChainKey, atOnce: number = most.run): Promise<boolean> {
  const now = ctx.clock.now();
  const due = await selectToSend(ctx.db, chain, { now, settled: addSeconds(now, -againSeconds) }, atOnce);
  let queued = 0;
  for (const [merchantId, keys] of Map.groupBy(due, (key) => key.merchantId)) {
    for (let first = 0; first < keys.length; first += most.together) {
      if (await merchantOverBudget(ctx.db, merchantId, now)) break;
      queued += await queueSome(
        ctx,
        merchantId,
        keys.slice(first, first + most.together).map(({ id }) => id),
      );
    }
  }
  // What none of the merchants may have sent now stays due: looking again at once would find it again.
  return due.length === atOnce && queued > 0;
}

/** Decided under the locks that a cancellation, an approval and an obstacle take, too. */
async function queueSome(ctx: Context, merchantId: string, ids: string[]): Promise<number> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    let queued = 0;
    for (const payout of await lockPayouts(tx, merchantId, ids)) {
      if (!mayBeSent(payout, now) || payout.recipientAddress === null) continue;
      await enqueueRelay(tx, payout, { recipient: payout.recipientAddress, now });
      queued += 1;
    }
    return queued;
  });
}

function mayBeSent({ status, delivery, obstacle, cancelRequestedAt, expiresAt }: Payout, now: Date): boolean {
  // What the chain does not show, such as a signer that declines, is over only once a try passes.
  const mayTry = obstacle === null || lastsUntilClaimed(obstacle);
  return delivery === 'send' && status === 'pending' && mayTry && !cancelRequestedAt && expiresAt > now;
}
