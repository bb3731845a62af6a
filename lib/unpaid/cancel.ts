import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { findCursor } from '@/lib/cursors/store';
import { Refusal } from '@/lib/kernel/errors';
import { cancelLocked } from '@/lib/payouts/cancel-locked';
import { type LockedPayout, lockIfThere } from '@/lib/payouts/locked-store';
import { readAndPresent } from '@/lib/payouts/present';
import type { Key } from '@/lib/payouts/store';
import { findLiveTransfer } from '@/lib/payouts/transfer-store';
import { termsOf } from '@/lib/rails/traits';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { type Reason, reason } from '@/lib/wire/reason';
import { findDue } from './due-store';
import { selectUnpaid } from './prove';

/**
 * Takes a payout back. At once when no signed payout is out, and those that lapsed are proved unpaid; otherwise nothing new is signed from now on, and the
 * answer says until when the last one may still be paid. Refuses: not_found, payout_state, transfer_in_progress.
 */
export async function cancelPayout(ctx: Context, id: string): Promise<PayoutAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  return cancelFor(ctx, { merchantId, id }, reason('merchant_asked'));
}

/** The same for a caller who was asked who they are. Refuses: not_found, payout_state, transfer_in_progress. */
export async function cancelFor(ctx: Context, { merchantId, id }: Key, because: Reason): Promise<PayoutAnswer> {
  const unpaidUntil = await provedUnpaidUntil(ctx, { merchantId, id });
  return ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, { merchantId, id });
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    const done = payout.status === 'cancelled' || (payout.status === 'pending' && payout.cancelRequestedAt);
    if (done) return readAndPresent(tx, payout);
    await refuseUncancellable(tx, payout);
    return readAndPresent(tx, await cancelLocked(tx, ctx, payout, because, unpaidUntil));
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
  if (termsOf(payout.rail).expiry === 'nothing_open' && (await findLiveTransfer(tx, payout))) {
    throw new Refusal('transfer_in_progress', { detail: 'A payment of it is under way; the outcome is open.' });
  }
}

/**
 * The deadline up to which the contract proves that nothing signed for this payout was paid; undefined where nothing was
 * signed, or where no node proves it now: then the worker finds out before the payout is cancelled.
 */
async function provedUnpaidUntil(ctx: Context, key: Key): Promise<Date | undefined> {
  const due = await findDue(ctx.db, key);
  const cursor = due && (await findCursor(ctx.db, due.payout.chain));
  const until = due?.payout.signedUntil;
  if (!cursor || !until || until >= cursor.finalTime) return undefined;
  try {
    const [unpaid] = await selectUnpaid(ctx, due.payout.chain, cursor, [due]);
    return unpaid && until;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return undefined;
    throw error;
  }
}
