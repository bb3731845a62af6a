import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { findBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { termsOf } from '@/lib/rails/traits';
import { reason } from '@/lib/wire/reason';
import { failureColumns, noFailure } from './failure';
import { type LockedPayout, lockPayout } from './locked-store';
import { move } from './move';
import { readTransfer, selectTransfersAbove, type Transfer, updateTransfer } from './transfer-store';

/** What else is to be done for a payout that was paid and is not any more, in the transaction that undoes it. */
export type WhenUndone = (tx: Tx, payout: LockedPayout, now: Date) => Promise<void>;

/**
 * Undoes what blocks above `ancestor` paid and the chain has no more: transfers are on their way again, settled ones are
 * reversed in the books and their payouts offered again.
 */
export async function undoTransfers(
  ctx: Context,
  chain: ChainKey,
  ancestor: bigint,
  whenUndone: WhenUndone,
): Promise<void> {
  const above = await selectTransfersAbove(ctx.db, chain, ancestor);
  for (const transfer of await selectGone(chain, above)) await undo(ctx, transfer, whenUndone);
}

/** Those whose block the chain does not have any more: another one stands in its place, or none. */
async function selectGone(chain: ChainKey, transfers: Transfer[]): Promise<Transfer[]> {
  const numbers = [...new Set(transfers.flatMap(({ blockNumber }) => blockNumber ?? []))];
  const blocks = await reading(chain, (client) => Promise.all(numbers.map((number) => findBlock(client, number))));
  const hashes = new Set(blocks.map((block) => block?.hash));
  return transfers.filter(({ blockHash }) => blockHash === null || !hashes.has(blockHash));
}

const nowhere = { blockNumber: null, blockHash: null, logIndex: null };

const doubted = ['unknown', 'differs'] as const;

function isDoubted({ status }: Transfer): boolean {
  return doubted.some((one) => one === status);
}

async function undo(ctx: Context, was: Transfer, whenUndone: WhenUndone): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, { merchantId: was.merchantId, id: was.payoutId });
    const transfer = await readTransfer(tx, payout, was.id);
    // What was recorded meanwhile stands elsewhere: only the place that the chain took away is undone.
    if (!transfer || transfer.blockHash !== was.blockHash || transfer.logIndex !== was.logIndex) return;
    if (transfer.status === 'confirming') {
      await updateTransfer(tx, transfer, ['confirming'], { status: 'submitted', ...nowhere }, now);
      return;
    }
    const { hasClaimId: paidOnce } = termsOf(transfer.rail);
    const because = reason('reorganised');
    const lost = { ...failureColumns(because), ...nowhere };
    if (paidOnce && isDoubted(transfer)) {
      // A question that only its lost block could answer. If the claim comes again, it is another transfer.
      await updateTransfer(tx, transfer, doubted, { status: 'dropped', ...lost }, now);
      if (payout.status === 'processing') await move(tx, ctx, payout, { to: 'pending', because });
      return;
    }
    const undone = await undoConfirmed(tx, ctx, { payout, id: was.id }, now);
    if (undone) await whenUndone(tx, await reopened(tx, ctx, undone.failed, undone.status), now);
  });
}

/** Takes back in the books what a transfer has settled; its payout has failed then. Null where it settles nothing. */
export async function undoConfirmed(
  tx: Tx,
  ctx: Context,
  { payout, id }: { payout: LockedPayout; id: string },
  now: Date,
): Promise<{ failed: LockedPayout; status: 'dropped' | 'submitted' } | null> {
  const transfer = await readTransfer(tx, payout, id);
  if (transfer?.status !== 'confirmed') return null;
  const because = reason('reorganised');
  const lost = { ...failureColumns(because), ...nowhere };
  // Without a claim id nothing guards a payment: what was signed may be mined again, so its outcome is open, not over.
  const status = termsOf(transfer.rail).hasClaimId ? ('dropped' as const) : ('submitted' as const);
  const gone = await updateTransfer(tx, transfer, ['confirmed'], { status, ...lost }, now);
  if (!gone || payout.status !== 'completed') return null;
  const reversed = { ...failureColumns(because), completedAt: null };
  return { failed: await move(tx, ctx, payout, { to: 'failed', set: reversed, transfer, because }), status };
}

/** It is on its way again, is offered again, or stays failed, as its link has ended. */
async function reopened(
  tx: Tx,
  ctx: Context,
  failed: LockedPayout,
  transfer: 'dropped' | 'submitted',
): Promise<LockedPayout> {
  if (transfer === 'submitted')
    return move(tx, ctx, failed, { to: 'processing', set: noFailure, because: reason('under_way_again') });
  if (failed.expiresAt <= ctx.clock.now()) return failed;
  return move(tx, ctx, failed, { to: 'pending', set: noFailure, because: reason('offered_again') });
}
