import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { failureColumns } from '@/lib/payouts/failure';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { type LockedTransfer, type Transfer, updateTransfer } from '@/lib/payouts/transfer-store';
import type { Failure } from '@/lib/wire/reason';

export type Ending = {
  status: 'reverted' | 'replaced' | 'dropped';
  reason: Failure;
  /** Where nothing but a person's word ends it: the block up to which the chain bore it out. */
  unprovenAtBlock?: bigint;
};

const open = ['prepared', 'submitted'] as const;

/**
 * Ends a payment by hand whose outcome was open, never one that the chain shows; its payout can be paid again. Only a
 * person's write-off ends one in doubt (`from`). False, and nothing written, when it is no longer as it was.
 */
export async function endPayment(
  tx: Tx,
  ctx: Context,
  payout: LockedPayout,
  transfer: LockedTransfer,
  { status, reason, unprovenAtBlock }: Ending,
  from: readonly Transfer['status'][] = open,
): Promise<boolean> {
  const now = ctx.clock.now();
  const set = { status, ...failureColumns(reason), deniedAtBlock: unprovenAtBlock ?? null };
  if (!(await updateTransfer(tx, transfer, from, set, now))) return false;
  if (payout.status === 'processing') await move(tx, ctx, payout, { to: 'pending', because: reason });
  return true;
}
