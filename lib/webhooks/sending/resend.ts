import type { Tx } from '@/db/client';
import { despiteDeadlock } from '@/db/despite-deadlock';
import { wakeWorkers } from '@/db/wake';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import type { DeliveryAnswer, ResendAnswer, ResendBody } from '@/lib/webhooks/events/delivery-schema';
import { findDelivery, keepEndpoint, restartDelivery, restartRange } from '@/lib/webhooks/events/delivery-store';
import { findMoment } from '@/lib/webhooks/events/event-store';
import { presentDelivery } from './present-delivery';

/** Events of a range that one request goes through. */
export const maxResentAtOnce = 10_000;

/**
 * Sends one delivery again, delivered or not, from the beginning of its schedule. One that is pending is due now.
 * Refuses: not_found, endpoint_state (deleted). While its endpoint is paused it waits.
 */
export async function resendDelivery(ctx: Context, id: string): Promise<DeliveryAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const found = await findDelivery(tx, merchantId, id);
    if (!found) throw new Refusal('not_found');
    const endpoint = await keepEndpoint(tx, merchantId, found.delivery.endpointId);
    if (!endpoint || endpoint.deletedAt) {
      throw new Refusal('endpoint_state', { detail: 'The endpoint of this delivery was deleted.' });
    }
    await restartDelivery(tx, merchantId, id, now);
    await audit(tx, ctx, { merchantId, action: 'delivery.resent', subjectId: id, now });
    await wakeWorkers(tx, 'deliveries');
    return presentDelivery((await findDelivery(tx, merchantId, id)) ?? found);
  });
}

async function readAfter(tx: Tx, merchantId: string, after: number) {
  if (after === 0) return null;
  const createdAt = await findMoment(tx, merchantId, after);
  if (createdAt) return { sequence: after, createdAt };
  throw new Refusal('invalid_request', { field: 'after', detail: 'Send the next_after of the answer before, or 0.' });
}

/**
 * Queues what happened in a range of time for one endpoint once more, at most `maxResentAtOnce` events at a time.
 * An event never has two deliveries to one endpoint: one that is there begins again. Refuses: not_found.
 */
export async function resendEvents(ctx: Context, endpointId: string, body: ResendBody): Promise<ResendAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  const now = ctx.clock.now();
  const run = () =>
    ctx.db.transaction(async (tx) => {
      const endpoint = await keepEndpoint(tx, merchantId, endpointId);
      if (!endpoint || endpoint.deletedAt) throw new Refusal('not_found');
      const { queued, seen, last } = await restartRange(tx, {
        ...{ merchantId, endpoint, now, limit: maxResentAtOnce },
        from: new Date(body.from),
        to: body.to === undefined ? now : new Date(body.to),
        all: body.only === 'all',
        after: await readAfter(tx, merchantId, body.after),
      });
      await audit(tx, ctx, {
        ...{ merchantId, action: 'endpoint.resent', subjectId: endpointId, now },
        detail: { ...body, queued },
      });
      await wakeWorkers(tx, 'deliveries');
      return { queued, next_after: seen === maxResentAtOnce ? last : null };
    });
  return despiteDeadlock(run);
}
