import type { Tx } from '@/db/client';
import type { FailureCode } from '@/db/vocabulary/reasons';
import { type Context, requirePermission } from '@/lib/access/actor';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import type { Order } from '@/lib/orders/core/store';
import { refuseChanging } from '@/lib/orders/send-part';
import { lockOwnOrder, refuseState } from '@/lib/orders/with-order';
import { noFailure } from '@/lib/payouts/failure';
import { type LockedPayout, lockIfThere } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { readAndPresent } from '@/lib/payouts/present';
import { findLiveTransfer } from '@/lib/payouts/transfer-store';
import { isByPortal } from '@/lib/rails/traits';
import { findRedemption, lockPurse } from '@/lib/rewards/core/locked-store';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { reason } from '@/lib/wire/reason';

/** Failures that prove that nothing was sent, or of which a person has said so. */
const nothingSent: readonly (FailureCode | null)[] = ['gateway_failed', 'gateway_refused', 'said_unsent'];

/**
 * Offers a payout that failed at its gateway once more: a further attempt of the same payout, to the same address.
 * Refuses: not_found, payout_state, transfer_in_progress, order_state, order_short, coins_short, step-up.
 */
export async function tryAgain(ctx: Context, id: string): Promise<PayoutAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  return ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, { merchantId, id });
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    await refuseUnfit(tx, ctx, payout);
    return readAndPresent(
      tx,
      await move(tx, ctx, payout, { to: 'pending', set: noFailure, because: reason('offered_again') }),
    );
  });
}

async function refuseUnfit(tx: Tx, ctx: Context, payout: LockedPayout): Promise<void> {
  const refuse = (detail: string) => new Refusal('payout_state', { detail });
  if (payout.status !== 'failed') throw refuse(`A payout that is ${payout.status} is not tried again.`);
  if (!isByPortal(payout.rail)) throw refuse('Only what a gateway pays is tried again. Make a new payout instead.');
  if (!nothingSent.includes(payout.failureCode)) throw refuse('It is not certain that nothing was sent for it.');
  if (payout.expiresAt <= ctx.clock.now()) throw refuse('It has run out. Make a new payout instead.');
  if (payout.cancelRequestedAt) throw refuse('It is to be cancelled.');
  if (await findLiveTransfer(tx, payout)) {
    throw new Refusal('transfer_in_progress', { detail: 'The outcome of an earlier attempt is open.' });
  }
  if (payout.orderId !== null) await refuseUnheld(tx, payout, payout.orderId);
  if (payout.redemptionId !== null) await refuseSpent(tx, payout, payout.redemptionId);
}

/** What failed went back into its order, which may have sent it in another payout since, or pay another address. */
async function refuseUnheld(tx: Tx, payout: LockedPayout, orderId: string): Promise<void> {
  const order = await lockOwnOrder(tx, payout.merchantId, orderId);
  refuseState(payout.orderSide ?? 'release', order);
  if (payout.orderSide === 'release') refuseFormerAddress(payout, order);
  if (order.held >= payout.gross) return;
  throw new Refusal('order_short', { detail: 'Its order does not hold that much any more.' });
}

/** What failed gave its coins back, and their user may have redeemed them since. */
async function refuseSpent(tx: Tx, { merchantId }: LockedPayout, redemptionId: string): Promise<void> {
  const redemption = await findRedemption(tx, { merchantId, id: redemptionId });
  const purse = await lockPurse(tx, redemption);
  if (purse.coins >= redemption.coins) return;
  throw new Refusal('coins_short', { detail: 'Its user has spent these coins since.' });
}

/** Its order may pay another address by now, or from tomorrow on. */
function refuseFormerAddress({ recipientAddress }: LockedPayout, order: Order): void {
  refuseChanging(order);
  if (recipientAddress === order.sellerAddress) return;
  throw new Refusal('order_state', { detail: 'Its order pays another address by now. Release it again instead.' });
}
