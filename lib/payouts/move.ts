import type { Part } from '@/db/as-one';
import type { Tx } from '@/db/client';
import type { EventType } from '@/db/vocabulary/events';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { followPayout } from '@/lib/orders/core/follow-payout';
import { issueReceipt, voidReceipt } from '@/lib/receipts/issue';
import { followRedemption } from '@/lib/rewards/core/follow-payout';
import { emit, emitPart } from '@/lib/webhooks/events/emit';
import type { ToldPayout } from '@/lib/wire/payout';
import type { Reason } from '@/lib/wire/reason';
import { reserve, settle, unreserve, unsettle } from './books';
import { type LockedPayout, updatePayout } from './locked-store';
import { readAndPresent } from './present';
import { eventOf, isReserved, mayFollow } from './status';
import type { NewPayout, Payout } from './store';
import type { Transfer } from './transfer-store';

export type Move = {
  to: PayoutStatus;
  set?: Partial<NewPayout>;
  /** The transfer that settles (to `completed`) or whose settlement is taken back (from `completed`). */
  transfer?: Transfer;
  /** What to tell the merchant instead of the new status's own event. */
  event?: EventType;
  /** For the audit: why, in a word or two. */
  because: Reason;
};

/**
 * The one way from status to status: the guarded update, the postings, the event and the audit line, and
 * with them the order whose money it is or the coins that it was made of, all in the caller's transaction, which holds the payout's row.
 */
export async function move(tx: Tx, ctx: Context, payout: LockedPayout, step: Move): Promise<LockedPayout> {
  if (!mayFollow(payout.status, step.to)) {
    throw new Error(`A payout may not go from ${payout.status} to ${step.to}`);
  }
  const now = ctx.clock.now();
  const moved = await updatePayout(tx, payout, { ...step.set, status: step.to }, now);
  await book(tx, payout, moved, step, now);
  await audit(tx, ctx, {
    merchantId: moved.merchantId,
    action: `payout.${step.to}`,
    subjectId: moved.id,
    detail: { from: payout.status, to: step.to, because: step.because, transfer: step.transfer?.id },
    now,
  });
  await followPayout(tx, ctx, moved, { from: payout.status, to: step.to });
  await followRedemption(tx, ctx, moved, { from: payout.status, to: step.to });
  const signed = await sign(tx, payout, moved, step, now);
  const type = step.event ?? eventOf[step.to];
  if (type) await tell(tx, moved, type, { ...(await readAndPresent(tx, moved)), ...signed }, now);
  return moved;
}

/** The receipt of what was completed, for its event; one of what was taken back becomes void. */
async function sign(
  tx: Tx,
  before: Payout,
  after: Payout,
  step: Move,
  now: Date,
): Promise<Pick<ToldPayout, 'receipt'>> {
  if (before.status === 'completed') await voidReceipt(tx, before, now);
  if (after.status !== 'completed') return {};
  return { receipt: await issueReceipt(tx, { payout: after, transfer: required(step) }, now) };
}

async function book(tx: Tx, before: Payout, after: Payout, step: Move, now: Date): Promise<void> {
  if (before.status === 'completed') await unsettle(tx, required(step), now);
  const held = isReserved(before.status) || before.status === 'completed';
  if (after.status === 'completed') return settle(tx, after, required(step), now);
  if (held && !isReserved(after.status)) return unreserve(tx, after, now);
  if (!held && isReserved(after.status)) return reserve(tx, after, now);
}

function required(step: Move): Transfer {
  if (!step.transfer) throw new Error(`Going to ${step.to} needs the transfer that proves it`);
  return step.transfer;
}

/** Writes the event with the payout as it is now, in the words of the API. */
export async function tell(tx: Tx, payout: Payout, type: EventType, data: ToldPayout, now: Date): Promise<void> {
  const { merchantId, id, version } = payout;
  await emit(tx, { merchantId, type, subject: { kind: 'payout', id, version }, data, now });
}

/** The same of payouts to which the same happened, at least one, as a part of one statement. */
export function tellPart(type: EventType, told: readonly { payout: Payout; data: ToldPayout }[], now: Date): Part {
  const events = told.map(({ payout: { merchantId, id, version }, data }) => {
    return { merchantId, type, subject: { kind: 'payout' as const, id, version }, data, now };
  });
  return emitPart(events);
}
