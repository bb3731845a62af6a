import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { cursorAt, readCursor } from '@/lib/kernel/page-cursor';
import type { DeliveryDetail, DeliveryPage, ListDeliveriesQuery } from '@/lib/webhooks/events/delivery-schema';
import { findDelivery, selectAttempts, selectDeliveries } from '@/lib/webhooks/events/delivery-store';
import { presentAttempt, presentDelivery } from './present-delivery';

/** Attempts that are shown of one delivery. */
const maxAttempts = 100;

/** A page of the acting merchant's deliveries, newest first. The cursor stays true while new ones are made. */
export async function listDeliveries(ctx: Context, query: ListDeliveriesQuery): Promise<DeliveryPage> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const { endpoint: endpointId, status, payout: payoutId, cursor, limit } = query;
  const olderThan = cursor === undefined ? undefined : readCursor('delivery', cursor);
  const filter = { merchantId, endpointId, status, payoutId, olderThan, limit: limit + 1 };
  const rows = await selectDeliveries(ctx.db, filter);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    data: page.map(presentDelivery),
    next_cursor: rows.length > page.length && last ? cursorAt(last.delivery.id) : null,
  };
}

/** One delivery with what was sent at each attempt and what came back. */
export async function viewDelivery(ctx: Context, id: string): Promise<DeliveryDetail> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const found = await findDelivery(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found');
  const log = await selectAttempts(ctx.db, merchantId, id, maxAttempts);
  return { ...presentDelivery(found), log: log.map(presentAttempt) };
}
