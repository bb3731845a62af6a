import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { reason } from '@/lib/wire/reason';
import { noFailure } from './failure';
import { move } from './move';
import type { Payout } from './store';
import { lockUnchanged, type Transfer, updateTransfer } from './transfer-store';

/**
 * Ends a payout whose claim paid otherwise than agreed, as a person decided: it counts as paid, or it does not and the
 * payout has failed. The claim's id is used up either way, so the vault never pays it again. Null when it is not so any more.
 */
export async function endDiffering(
  tx: Tx,
  ctx: Context,
  transfer: Transfer,
  as: 'accepted' | 'refused',
): Promise<Payout | null> {
  const now = ctx.clock.now();
  const same = await lockUnchanged(tx, transfer);
  if (same?.transfer.status !== 'differs' || same.payout.status !== 'processing') return null;
  const free = { obstacle: null, obstacleSince: null, cancelRequestedAt: null };
  if (as === 'refused') {
    const { failureCode, failureFacts } = transfer;
    const set = { ...free, failureCode, failureFacts };
    return move(tx, ctx, same.payout, { to: 'failed', set, because: reason('paid_otherwise') });
  }
  // What differed stays written on the transfer: the books explain by it what its claim took out of the vault.
  const settled = await updateTransfer(tx, same.transfer, ['differs'], { status: 'confirmed' }, now);
  if (!settled) return null;
  const set = { ...free, completedAt: now, ...noFailure };
  return move(tx, ctx, same.payout, { to: 'completed', set, transfer: settled, because: reason('taken_for_paid') });
}
