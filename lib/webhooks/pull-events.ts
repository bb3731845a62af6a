import { type Context, requirePermission } from '@/lib/access/actor';
import type { EventPage, ListEventsQuery } from './delivery-schema';
import { readEvents } from './event-store';

/** How many numbers of the sequence one request may walk when a filter leaves most of them out. */
export const eventSpan = 10_000;

/**
 * The acting merchant's events behind `after`, in their sequence: whoever goes on with `next_after` misses none and gets
 * none twice, while others are written.
 */
export async function pullEvents(ctx: Context, query: ListEventsQuery): Promise<EventPage> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const { after, limit, type, payout: payoutId } = query;
  const { rows, end, last } = await readEvents(ctx.db, { merchantId, after, type, payoutId, limit, span: eventSpan });
  const full = rows.length === limit;
  const reached = full ? (rows.at(-1)?.sequence ?? end) : end;
  return {
    data: rows.map(({ id, sequence, type, createdAt, data }) => ({
      id,
      sequence: sequence ?? 0,
      type,
      timestamp: createdAt.toISOString(),
      data,
    })),
    // A cursor from another time of this database, such as before it was restored, stays where it is.
    next_after: Math.max(after, reached),
    has_more: reached < last,
  };
}
