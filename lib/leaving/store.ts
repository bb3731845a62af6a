import { and, asc, count, eq, exists, gt, inArray, isNotNull, isNull, not, or, sql } from 'drizzle-orm';
import type { Database, Queryable } from '@/db/client';
import { events, merchants, orders, payouts, receipts, transfers } from '@/db/schema';
import { liveTransferStatuses } from '@/db/vocabulary/payouts';
import type { Key } from '@/lib/payouts/store';
import { railsWhere } from '@/lib/rails/traits';

/** Events in the order of writing, tests left out. */
export function selectEventsAfter(db: Database, merchantId: string, after: number, limit: number) {
  const { id, type, subjectId, sequence, position, data, createdAt } = events;
  return db
    .select({ id, type, subjectId, sequence, position, data, createdAt })
    .from(events)
    .where(and(eq(events.merchantId, merchantId), gt(events.position, after), eq(events.test, false)))
    .orderBy(asc(events.position))
    .limit(limit);
}

export function selectReceiptsAfter(db: Database, merchantId: string, after: string, limit: number) {
  return db
    .select()
    .from(receipts)
    .where(and(eq(receipts.merchantId, merchantId), gt(receipts.id, after)))
    .orderBy(asc(receipts.id))
    .limit(limit);
}

const isOpen = inArray(payouts.status, ['awaiting_approval', 'pending', 'processing']);

/**
 * Open payouts of a merchant that nobody takes back yet, the oldest first, so many after one of them. Without those that are being
 * paid: they would be refused, each time before all that come after them.
 */
export function selectCancellable(db: Queryable, merchantId: string, after: string, limit: number): Promise<Key[]> {
  const live = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.payoutId, payouts.id), inArray(transfers.status, [...liveTransferStatuses])));
  const waits = inArray(
    payouts.rail,
    railsWhere(({ expiry }) => expiry === 'nothing_open'),
  );
  return db
    .select({ merchantId: payouts.merchantId, id: payouts.id })
    .from(payouts)
    .where(
      and(
        ...[eq(payouts.merchantId, merchantId), gt(payouts.id, after), isNull(payouts.cancelRequestedAt)],
        inArray(payouts.status, ['awaiting_approval', 'pending']),
        not(and(waits, exists(live)) ?? sql`false`),
      ),
    )
    .orderBy(asc(payouts.id))
    .limit(limit);
}

/** Payouts that are open, and orders that hold money or have some on its way, be it from a buyer whose transfer the chain is asked about. */
export async function countOpen(db: Queryable, merchantId: string): Promise<number> {
  const paidIn = and(eq(orders.status, 'awaiting_funds'), isNotNull(orders.payInHash), isNull(orders.payInFault));
  const holding = and(eq(orders.merchantId, merchantId), or(gt(orders.held, 0n), gt(orders.releasing, 0n), paidIn));
  const open = and(eq(payouts.merchantId, merchantId), isOpen);
  const [[one], [other]] = await Promise.all([
    db.select({ count: count() }).from(payouts).where(open),
    db.select({ count: count() }).from(orders).where(holding),
  ]);
  return (one?.count ?? 0) + (other?.count ?? 0);
}

export function selectClosing(db: Queryable): Promise<{ id: string; cancels: boolean }[]> {
  const closing = and(isNotNull(merchants.closingSince), isNull(merchants.closedAt));
  return db.select({ id: merchants.id, cancels: merchants.closingCancels }).from(merchants).where(closing);
}
