import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { deliveries, endpoints, events, paymentSignings, payouts, transfers } from '@/db/schema';

/** What things that a line can be about are called. Each leaves out what is not the merchant's. */

const payoutColumns = {
  ...{ reference: payouts.reference, symbol: payouts.symbol, decimals: payouts.decimals },
  ...{ gross: payouts.gross, net: payouts.net, feePayer: payouts.feePayer },
} as const;

export function selectPayoutNames(db: Queryable, merchantId: string, ids: string[]) {
  return db
    .select({ id: payouts.id, ...payoutColumns })
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), inArray(payouts.id, ids)));
}

/** Of each transfer the payout that it pays. */
export function selectTransferNames(db: Queryable, merchantId: string, ids: string[]) {
  return db
    .select({ id: transfers.id, ...payoutColumns })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .where(and(eq(transfers.merchantId, merchantId), inArray(transfers.id, ids)));
}

export function selectSigningNames(db: Queryable, merchantId: string, ids: string[]) {
  const { id, count, total, chain, symbol } = paymentSignings;
  return db
    .select({ id, count, total, chain, symbol })
    .from(paymentSignings)
    .where(and(eq(paymentSignings.merchantId, merchantId), inArray(paymentSignings.id, ids)));
}

export function selectEndpointNames(db: Queryable, merchantId: string, ids: string[]) {
  return db
    .select({ id: endpoints.id, description: endpoints.description, url: endpoints.url })
    .from(endpoints)
    .where(and(eq(endpoints.merchantId, merchantId), inArray(endpoints.id, ids)));
}

/** Of each delivery its event, and the payout that this is about; a test's payout does not exist. */
export function selectDeliveryNames(db: Queryable, merchantId: string, ids: string[]) {
  return db
    .select({ id: deliveries.id, type: events.type, reference: payouts.reference })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .leftJoin(payouts, and(eq(payouts.id, deliveries.subjectId), eq(payouts.merchantId, merchantId)))
    .where(and(eq(deliveries.merchantId, merchantId), inArray(deliveries.id, ids)));
}
