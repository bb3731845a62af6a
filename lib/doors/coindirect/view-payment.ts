import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { idOfUuid } from '@/lib/kernel/ids';
import { findPayout, type Payout } from '@/lib/payouts/store';
import { type PaymentAnswer, type Presented, presentPayments } from './present';
import type { Asked } from './resource';
import { type CoindirectPayout, findOwnPayout, findPayoutOf } from './store';

const unknownPayment = () => new Refusal('not_found', { detail: 'There is no payment with this uuid.' });

/**
 * One payment: for the merchant's program any of its payouts, for who brings the uuid alone the one that was made under it.
 * Refuses: not_found, also for another merchant's.
 */
export async function viewPayment(ctx: Context, { uuid }: Asked): Promise<PaymentAnswer> {
  const payout = ctx.actor.kind === 'claimant' ? (await byUuid(ctx, uuid)).payout : await findOwn(ctx, uuid);
  return (await presentOne(ctx, payout)).payment;
}

async function findOwn(ctx: Context, uuid: string): Promise<Payout> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const id = (await findOwnPayout(ctx.db, merchantId, uuid)) ?? idOfUuid('payout', uuid);
  const payout = id === null ? null : await findPayout(ctx.db, merchantId, id);
  if (!payout) throw unknownPayment();
  return payout;
}

/** What goes by this uuid: to have it is the right to it. Refuses: not_found. */
export async function byUuid(ctx: Context, uuid: string): Promise<{ payout: Payout; own: CoindirectPayout }> {
  const own = await findPayoutOf(ctx.db, uuid);
  const payout = own && (await findPayout(ctx.db, own.merchantId, own.payoutId));
  if (!payout) throw unknownPayment();
  return { payout, own };
}

export async function presentOne(ctx: Context, payout: Payout): Promise<Presented> {
  const [presented] = await presentPayments(ctx.db, payout.merchantId, [payout], ctx.actor.kind === 'claimant');
  if (!presented) throw unknownPayment();
  return presented;
}
