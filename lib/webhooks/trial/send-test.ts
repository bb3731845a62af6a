import type { EventType } from '@/db/vocabulary/events';
import { wakeWorkers } from '@/db/wake';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { dialectRules } from '@/lib/dialects/registry';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { DeliveryAnswer } from '@/lib/webhooks/events/delivery-schema';
import { findDelivery, type KeptEndpoint, keepEndpoint } from '@/lib/webhooks/events/delivery-store';
import { insertTest } from '@/lib/webhooks/events/event-store';
import { type SampleSubject, sampleEvent } from '@/lib/webhooks/events/samples';
import { presentDelivery } from '@/lib/webhooks/sending/present-delivery';
import type { TestEndpointBody } from './schema';

function subjectOf({ event, status }: TestEndpointBody): SampleSubject {
  return status ? { status } : { event: event ?? 'payout.completed' };
}

/**
 * Doors' systems sign what they ask for and what they are told in one way, over the same fields. So nothing is signed for a key
 * of theirs that never was asked for, and would be read as being asked for; what has a hash would not.
 */
function refuseAsking({ keyId, dialect }: KeptEndpoint, type: EventType): void {
  const { defaultEvents } = dialectRules[dialect];
  if (keyId === null || defaultEvents.some((one) => one === type)) return;
  const detail = `This endpoint is signed with the key of a door: only ${defaultEvents.join(', ')} can be tried there.`;
  throw new Refusal('invalid_request', { field: 'event', detail });
}

/**
 * Sends an event that never happened, marked as a test, to one endpoint, whether or not it asked for such events. It is delivered
 * like a real one: signed, tried again, shown among the deliveries. Refuses: not_found, endpoint_state (paused), invalid_request.
 */
export async function sendTest(ctx: Context, endpointId: string, body: TestEndpointBody): Promise<DeliveryAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  const now = ctx.clock.now();
  const id = newId('event', now.getTime());
  // A payout of its own, so that no test waits for another where an endpoint wants them in order.
  const facts = { id, merchantId, payoutId: newId('payout', now.getTime()), now };
  const event = sampleEvent(subjectOf(body), facts);
  return ctx.db.transaction(async (tx) => {
    const endpoint = await keepEndpoint(tx, merchantId, endpointId);
    if (!endpoint || endpoint.deletedAt) throw new Refusal('not_found');
    if (endpoint.status === 'paused') {
      throw new Refusal('endpoint_state', { detail: 'This endpoint is paused; nothing is sent to it.' });
    }
    if (!dialectRules[endpoint.dialect].subjects.includes(event.subject.kind)) {
      const detail = `The dialect ${endpoint.dialect} tells of payouts only.`;
      throw new Refusal('invalid_request', { field: 'event', detail });
    }
    refuseAsking(endpoint, event.type);
    const deliveryId = await insertTest(tx, event, endpointId);
    const detail = { event: event.type, status: body.status ?? null };
    await audit(tx, ctx, { merchantId, action: 'endpoint.tested', subjectId: endpointId, detail, now });
    await wakeWorkers(tx, 'deliveries');
    const made = await findDelivery(tx, merchantId, deliveryId);
    if (!made) throw new Error('The test delivery is not there');
    return presentDelivery(made);
  });
}
