import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { findCursor, selectBlocks } from '@/lib/cursors/store';
import { noFailure } from '@/lib/payouts/failure';
import { lockPayout } from '@/lib/payouts/locked-store';
import { startProcessing } from '@/lib/payouts/sightings';
import { findTransferByLog, readLiveTransfer, readTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import type { HandLog } from '@/lib/rails/wallet/logs';
import { selectForeignWallets } from '@/lib/wallets/store';
import { reason } from '@/lib/wire/reason';
import { type Submission, updateSubmission } from './store';

/** What may turn out to be paid: also what ended, where nothing else of its payout is open. */
const bookable = ['prepared', 'submitted', 'unknown', 'dropped'] as const;
const anyStatus = ['submitting', 'accepted', 'unknown', 'refused', 'failed', 'unsent'] as const;

/** Whether a log is exactly what a submission asked for, in a block from then on. */
export function fits(submission: Submission, log: HandLog): boolean {
  const { wallet, token, recipient, amount, submitBlock } = submission;
  const same = log.from === wallet && log.token === token && log.recipient === recipient && log.amount === amount;
  return same && log.blockNumber > submitBlock;
}

/** Whether the watcher has read this very block: else nobody would notice that a reorganisation took it away. */
export async function isRead(db: Queryable, chain: ChainKey, at: Pick<HandLog, 'blockNumber' | 'blockHash'>) {
  const cursor = await findCursor(db, chain);
  if (!cursor || at.blockNumber > cursor.number) return false;
  const kept = (await selectBlocks(db, chain)).find(({ number }) => number === at.blockNumber);
  return kept ? kept.hash === at.blockHash : at.blockNumber <= cursor.finalNumber;
}

/**
 * Records a log of the chain as the payment of a submission: `confirming` until its block is final. False where it stands
 * for another payment already, where another transfer of the payout is open, or where the wallet is proved to be another merchant's.
 */
export async function recordSeen(
  ctx: Context,
  chain: ChainKey,
  submission: Submission,
  log: HandLog,
): Promise<boolean> {
  if (!fits(submission, log)) return false;
  return ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    const payout = await lockPayout(tx, { merchantId: submission.merchantId, id: submission.payoutId });
    if (await findTransferByLog(tx, chain, log)) return false;
    if ((await selectForeignWallets(tx, { merchantId: payout.merchantId, chain }, [log.from])).size > 0) return false;
    const [transfer, live] = [
      await readTransfer(tx, payout, submission.transferId),
      await readLiveTransfer(tx, payout),
    ];
    if (!transfer || (live && live.id !== transfer.id) || payout.status === 'completed') return false;
    const { hash, blockNumber, blockHash, logIndex, recipient, from: sender } = log;
    const place = { status: 'confirming' as const, hash, blockNumber, blockHash, logIndex, recipient, sender };
    const set = { ...place, ...noFailure, seenAt: transfer.seenAt ?? now };
    if (!(await updateTransfer(tx, transfer, bookable, set, now))) return false;
    await updateSubmission(tx, submission, anyStatus, { status: 'seen', nextLookAt: now }, now);
    await startProcessing(tx, ctx, payout, reason('payment_seen'));
    return true;
  });
}
