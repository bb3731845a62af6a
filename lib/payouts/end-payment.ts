import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { move } from './move';
import type { Payout } from './store';
import { type Transfer, updateTransfer } from './transfer-store';

export type Ending = { status: 'reverted' | 'replaced' | 'dropped'; reason: string };

/** Ends a payment by hand whose outcome was open, never one that the chain shows; its payout can be paid again. */
export async function endPayment(
  tx: Tx,
  ctx: Context,
  payout: Payout,
  transfer: Transfer,
  { status, reason }: Ending,
): Promise<boolean> {
  const now = ctx.clock.now();
  const set = { status, failureReason: reason, unsignedBlock: null };
  if (!(await updateTransfer(tx, transfer, ['prepared', 'submitted'], set, now))) return false;
  if (payout.status === 'processing') await move(tx, ctx, payout, { to: 'pending', because: reason });
  return true;
}
