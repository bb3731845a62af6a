import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { findCursor } from '@/lib/cursors/store';
import type { Reason } from '@/lib/wire/reason';
import { type LockedPayout, updatePayout } from './locked-store';
import { move } from './move';
import { payableUntil } from './payable-until';

/**
 * Cancels an open payout now, or notes that it is to be cancelled once nothing signed for it can be paid any more, and the
 * contract proves that nothing was: up to `unpaidUntil` that is proved already.
 */
export async function cancelLocked(
  tx: Tx,
  ctx: Context,
  payout: LockedPayout,
  because: Reason,
  unpaidUntil?: Date,
): Promise<LockedPayout> {
  const now = ctx.clock.now();
  const set = { cancelRequestedAt: now };
  const { signedUntil } = payout;
  const proved = !signedUntil || signedUntil.getTime() === unpaidUntil?.getTime();
  const open = payout.status === 'processing' || payableUntil(payout, await findCursor(tx, payout.chain));
  if (proved && !open) return move(tx, ctx, payout, { to: 'cancelled', set, because });
  const { merchantId, id: subjectId } = payout;
  await audit(tx, ctx, { merchantId, action: 'payout.cancel_requested', subjectId, detail: { because }, now });
  return updatePayout(tx, payout, set, now);
}
