import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { move } from './move';
import { presentPayout, readAndPresent } from './present';
import type { PayoutAnswer } from './schema';
import { findPayout, lockPayout, type Payout, updatePayout } from './store';
import { findLiveTransfer } from './transfer-store';
import { findCursor } from './watch-store';

/**
 * Takes a payout back. At once when no signed payout is out; otherwise nothing new is signed from now on, and the
 * answer says until when the last one may still be paid. Refuses: not_found, payout_state, transfer_in_progress.
 */
export async function cancelPayout(ctx: Context, id: string): Promise<PayoutAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const payout = await findPayout(tx, merchantId, id);
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    if (payout.status === 'cancelled' || (payout.status === 'pending' && payout.cancelRequestedAt)) {
      return readAndPresent(tx, payout);
    }
    if (payout.status === 'processing') {
      throw new Refusal('transfer_in_progress', { detail: 'The recipient is being paid right now.' });
    }
    if (payout.status === 'completed' || payout.status === 'expired') {
      throw new Refusal('payout_state', { detail: `A payout that is ${payout.status} cannot be cancelled.` });
    }
    await refuseOpenPayment(tx, payout);
    const key = { merchantId, id, from: payout.status };
    const cursor = await findCursor(tx, payout.chain);
    const lapsed = !payout.signedUntil || (cursor !== null && payout.signedUntil < cursor.finalTime);
    if (lapsed) {
      const moved = await move(tx, ctx, payout, {
        to: 'cancelled',
        set: { cancelRequestedAt: now },
        because: 'asked for by the merchant',
      });
      if (moved) return presentPayout(moved, null, undefined);
    } else {
      const waiting = await updatePayout(tx, key, { cancelRequestedAt: now }, now);
      await audit(tx, ctx, { merchantId, action: 'payout.cancel_requested', subjectId: id, now });
      if (waiting) return readAndPresent(tx, waiting);
    }
    throw new Refusal('transfer_in_progress', { detail: 'The payout changed while this was asked; read it again.' });
  });
}

/** What a person may have signed for it can still be paid; under the lock that preparing a payment takes, too. */
async function refuseOpenPayment(tx: Tx, payout: Payout): Promise<void> {
  if (payout.rail !== 'wallet') return;
  await lockPayout(tx, payout);
  if (!(await findLiveTransfer(tx, payout))) return;
  throw new Refusal('transfer_in_progress', { detail: 'Somebody is paying it by hand; the outcome is open.' });
}
