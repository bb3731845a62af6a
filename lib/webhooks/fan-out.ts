import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import { holdActiveEndpoints, insertDeliveries, markFannedOut, type NewDelivery, takeNewEvents } from './store';

const batch = 200;

/** Turns new events into one delivery per endpoint that wants them. Answers whether more may be waiting. */
export async function fanOut(ctx: Context): Promise<boolean> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const events = await takeNewEvents(tx, batch);
    if (events.length === 0) return false;
    const endpoints = await holdActiveEndpoints(tx, [...new Set(events.map((event) => event.merchantId))]);
    const rows = events.flatMap((event): NewDelivery[] =>
      endpoints
        .filter((endpoint) => endpoint.merchantId === event.merchantId && wants(endpoint.events, event.type))
        .map((endpoint) => ({
          id: newId('delivery', now.getTime()),
          merchantId: event.merchantId,
          eventId: event.id,
          endpointId: endpoint.id,
          nextAttemptAt: now,
          createdAt: now,
        })),
    );
    if (rows.length > 0) await insertDeliveries(tx, rows);
    await markFannedOut(
      tx,
      events.map((event) => event.id),
      now,
    );
    return events.length === batch;
  });
}

function wants(wanted: string[], type: string): boolean {
  return wanted.includes('*') || wanted.includes(type);
}
