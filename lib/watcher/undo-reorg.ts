import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { type Cursor, deleteBlocksAbove, saveCursor } from '@/lib/cursors/store';
import { findBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { log } from '@/lib/kernel/log';
import { lockPayout } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { readTransfer, selectTransfersAbove, type Transfer, updateTransfer } from '@/lib/payouts/transfer-store';
import { termsOf } from '@/lib/rails/traits';
import { undoMoves } from './book-moves';

/**
 * Undoes what the chain shows that a reorganisation took away: claims above `ancestor` are on their way again, settled ones are reversed in
 * the books and offered again. The cursor goes back last, together with the vaults' books: a crash in between repeats
 * harmlessly, and nobody books from the lost blocks afterwards.
 */
export async function undoReorg(
  ctx: Context,
  chain: ChainKey,
  cursor: Cursor,
  ancestor: { number: bigint; time: Date },
): Promise<void> {
  log.warn({ chain, from: cursor.number.toString(), to: ancestor.number.toString() }, 'the chain was reorganised');
  const above = await selectTransfersAbove(ctx.db, chain, ancestor.number);
  for (const transfer of await selectGone(chain, above)) await undo(ctx, transfer);
  const deep = ancestor.number < cursor.finalNumber;
  await ctx.db.transaction(async (tx) => {
    await saveCursor(tx, cursor, {
      number: ancestor.number,
      finalNumber: deep ? ancestor.number : cursor.finalNumber,
      finalTime: deep ? ancestor.time : cursor.finalTime,
      updatedAt: ctx.clock.now(),
    });
    if (deep) await undoMoves(tx, chain, ancestor.number, ctx.clock.now());
    await deleteBlocksAbove(tx, chain, ancestor.number);
  });
}

/** Those whose block the chain does not have any more: another one stands in its place, or none. */
async function selectGone(chain: ChainKey, transfers: Transfer[]): Promise<Transfer[]> {
  const numbers = [...new Set(transfers.flatMap(({ blockNumber }) => blockNumber ?? []))];
  const blocks = await reading(chain, (client) => Promise.all(numbers.map((number) => findBlock(client, number))));
  const hashes = new Set(blocks.map((block) => block?.hash));
  return transfers.filter(({ blockHash }) => blockHash === null || !hashes.has(blockHash));
}

const doubted = ['unknown', 'differs'] as const;

function isDoubted({ status }: Transfer): boolean {
  return doubted.some((one) => one === status);
}

async function undo(ctx: Context, was: Transfer): Promise<void> {
  const now = ctx.clock.now();
  const nowhere = { blockNumber: null, blockHash: null, logIndex: null };
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
    const reason = 'A reorganisation of the chain took the payment back.';
    if (paidOnce && isDoubted(transfer)) {
      // A question that only its lost block could answer. If the claim comes again, it is another transfer.
      await updateTransfer(tx, transfer, doubted, { status: 'dropped', failureReason: reason, ...nowhere }, now);
      if (payout.status === 'processing') await move(tx, ctx, payout, { to: 'pending', because: 'reorganisation' });
      return;
    }
    if (transfer.status !== 'confirmed') return;
    // Without a claim id nothing guards a payment: what was signed may be mined again, so its outcome is open, not over.
    const status = paidOnce ? ('dropped' as const) : ('submitted' as const);
    const set = { status, failureReason: reason, ...nowhere };
    const gone = await updateTransfer(tx, transfer, ['confirmed'], set, now);
    if (!gone || payout.status !== 'completed') return;
    const because = 'reorganisation';
    const reversed = { failureReason: reason, completedAt: null };
    const failed = await move(tx, ctx, payout, { to: 'failed', set: reversed, transfer, because });
    if (status === 'submitted') {
      await move(tx, ctx, failed, { to: 'processing', set: { failureReason: null }, because: 'on its way again' });
    } else if (failed.expiresAt > now) {
      await move(tx, ctx, failed, { to: 'pending', set: { failureReason: null }, because: 'offered again' });
    }
  });
}
