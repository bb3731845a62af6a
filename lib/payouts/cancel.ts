import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { type LockedPayout, lockIfThere, updatePayout } from './locked-store';
import { move } from './move';
import { payableUntil } from './payable-until';
import { readAndPresent } from './present';
import type { PayoutAnswer } from './schema';
import { findLiveTransfer } from './transfer-store';
import { findCursor } from './watch-store';

/**
 * Takes a payout back. At once when no signed payout is out; otherwise nothing new is signed from now on, and the
 * answer says until when the last one may still be paid. Refuses: not_found, payout_state, transfer_in_progress.
 */
export async function cancelPayout(ctx: Context, id: string): Promise<PayoutAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  return ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, { merchantId, id });
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    const done = payout.status === 'cancelled' || (payout.status === 'pending' && payout.cancelRequestedAt);
    if (done) return readAndPresent(tx, payout);
    await refuseUncancellable(tx, payout);
    return readAndPresent(tx, await cancelLocked(tx, ctx, payout, 'asked for by the merchant'));
  });
}

async function refuseUncancellable(tx: Tx, payout: LockedPayout): Promise<void> {
  if (payout.status === 'processing') {
    throw new Refusal('transfer_in_progress', { detail: 'The recipient is being paid right now.' });
  }
  if (payout.status === 'completed' || payout.status === 'expired') {
    throw new Refusal('payout_state', { detail: `A payout that is ${payout.status} cannot be cancelled.` });
  }
  // What a person may have signed for it can still be paid; under the lock that preparing a payment takes, too.
  if (payout.rail === 'wallet' && (await findLiveTransfer(tx, payout))) {
    throw new Refusal('transfer_in_progress', { detail: 'Somebody is paying it by hand; the outcome is open.' });
  }
}

/** Cancels an open payout now, or notes that it is to be cancelled once nothing signed for it can be paid any more. */
export async function cancelLocked(tx: Tx, ctx: Context, payout: LockedPayout, because: string): Promise<LockedPayout> {
  const now = ctx.clock.now();
  const set = { cancelRequestedAt: now };
  const waits = payout.status === 'processing' || payableUntil(payout, await findCursor(tx, payout.chain));
  if (!waits) return move(tx, ctx, payout, { to: 'cancelled', set, because });
  const { merchantId, id: subjectId } = payout;
  await audit(tx, ctx, { merchantId, action: 'payout.cancel_requested', subjectId, detail: { because }, now });
  return updatePayout(tx, payout, set, now);
}
