import type { Queryable } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import type { EventPage, ListEventsQuery } from './delivery-schema';
import { findIdAt, readEvents } from './event-store';

/** How many numbers of the sequence one request may walk when a filter leaves most of them out. */
export const eventSpan = 10_000;

/** A place in the sequence, and the end of the id of the event there: after a restore another one has its number. */
const cursorForm = /^(?:0|([1-9]\d{0,15})-([0-9a-z]{12}))$/;
const markOf = (id: string) => id.slice(-12);

async function cursorAt(q: Queryable, merchantId: string, place: number): Promise<string> {
  const id = await findIdAt(q, merchantId, place);
  return id ? `${place}-${markOf(id)}` : '0';
}

function cursorAhead(): Refusal {
  return new Refusal('cursor_ahead', {
    field: 'cursor',
    detail:
      'The event that you read up to is not among the events: they were restored from a backup. Read again from the beginning, or from a place that you are sure of.',
  });
}

/** The place that a request goes on from. Refuses: cursor_ahead, invalid_request. */
async function placeOf(q: Queryable, merchantId: string, { cursor, after }: ListEventsQuery): Promise<number> {
  if (cursor === undefined) return after;
  const [form, place = '0', mark] = cursorForm.exec(cursor) ?? [];
  if (form === undefined) {
    throw new Refusal('invalid_request', { field: 'cursor', detail: 'This cursor is not one of ours.' });
  }
  if (mark === undefined) return 0;
  const id = await findIdAt(q, merchantId, Number(place));
  if (!id || markOf(id) !== mark) throw cursorAhead();
  return Number(place);
}

/**
 * The acting merchant's events behind a place, in their sequence: a reader that goes on with `next_cursor` misses none and gets
 * none twice, while others are written, and is told when the events are no longer those they read.
 */
export async function pullEvents(ctx: Context, query: ListEventsQuery): Promise<EventPage> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const { limit, type, payout: payoutId } = query;
  const after = await placeOf(ctx.db, merchantId, query);
  const { rows, end, last } = await readEvents(ctx.db, { merchantId, after, type, payoutId, limit, span: eventSpan });
  if (after > last) throw cursorAhead();
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
    next_cursor: await cursorAt(ctx.db, merchantId, reached),
    next_after: reached,
    has_more: reached < last,
  };
}
