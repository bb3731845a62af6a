import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { deliveries, events } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { eventTypes } from '@/db/vocabulary/events';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { updateEndpoint } from '@/lib/webhooks/endpoints/endpoints';
import { deliveryAnswer } from '@/lib/webhooks/events/delivery-schema';
import { pullEvents } from '@/lib/webhooks/events/pull-events';
import { resendEvents } from '@/lib/webhooks/sending/resend';
import { handClock } from '@/lib/webhooks/testing/fixtures';
import { actingFor, addEndpoint, auditOf, makeTestMerchant } from '@/lib/webhooks/testing/told';
import { verificationAnswer } from '@/lib/wire/attestation';
import { orderAnswer } from '@/lib/wire/order';
import { payoutAnswer } from '@/lib/wire/payout';
import { testEndpointBody } from './schema';
import { sendTest } from './send-test';

const database = testDatabase();
let clock = handClock();
let merchantId = '';

beforeEach(async () => {
  clock = handClock();
  merchantId = await makeTestMerchant(database.db);
});

const acting = () => actingFor(database.db, clock, merchantId);

async function eventOf(id: string) {
  const [row] = await database.db.select().from(events).where(eq(events.id, id));
  if (!row) throw new Error('The event is not there');
  return row;
}

test.each(eventTypes)('%s can be tested, also by an endpoint that did not ask for it', async (event) => {
  const { id } = await addEndpoint(acting(), { events: ['payout.cancelled'] });
  const delivery = await sendTest(acting(), id, { event });
  expect(deliveryAnswer.parse(delivery)).toEqual(delivery);
  expect(delivery).toMatchObject({
    endpoint: id,
    status: 'pending',
    event: { type: event, sequence: null, test: true },
  });
  const { data } = await eventOf(delivery.event.id);
  expect(payoutAnswer.or(verificationAnswer).or(orderAnswer).parse(data)).toMatchObject({ id: delivery.event.payout });
});

test('a dialect that tells of payouts only is neither tried with anything else nor asked for it', async () => {
  const { id } = await addEndpoint(acting(), { dialect: 'nitro', events: ['payout.completed'] });
  const untold = { code: 'invalid_request' };
  await expect(sendTest(acting(), id, { event: 'wallet.verified' })).rejects.toMatchObject(untold);
  await expect(updateEndpoint(acting(), id, { events: ['wallet.verified'] })).rejects.toMatchObject(untold);
  await expect(addEndpoint(acting(), { dialect: 'nitro', events: ['wallet.verified'] })).rejects.toMatchObject(untold);
});

test.each(payoutStatuses)('a payout that is %s can be tested', async (status) => {
  const { id } = await addEndpoint(acting());
  const { event } = await sendTest(acting(), id, { status });
  expect((await eventOf(event.id)).data).toMatchObject({ status });
});

test('without a wish it is a completed payout, and a wish for both is refused', async () => {
  const { id } = await addEndpoint(acting());
  expect(await sendTest(acting(), id, {})).toMatchObject({ event: { type: 'payout.completed' } });
  const both = testEndpointBody.safeParse({ event: 'payout.created', status: 'pending' });
  expect(both.error?.issues[0]?.path).toEqual(['status']);
});

test('a test goes to this endpoint alone, is due at once, and is never among the events or sent with a range', async () => {
  const { id } = await addEndpoint(acting());
  const other = await addEndpoint(acting());
  const { event } = await sendTest(acting(), id, {});
  const rows = await database.db.select().from(deliveries).where(eq(deliveries.eventId, event.id));
  expect(rows).toMatchObject([{ endpointId: id, nextAttemptAt: clock.now(), tries: 0 }]);
  expect((await eventOf(event.id)).fannedOutAt).not.toBeNull();
  clock.turn(60);
  const query = { after: 0, limit: 100 };
  expect(await pullEvents(acting(), query)).toEqual({ data: [], next_cursor: '0', next_after: 0, has_more: false });
  const body = { from: new Date(0).toISOString(), only: 'all', after: 0 } as const;
  expect(await resendEvents(acting(), other.id, body)).toEqual({ queued: 0, next_after: null });
});

test('each test is about a payout of its own, so that an ordered endpoint never waits for an earlier one', async () => {
  const { id } = await addEndpoint(acting(), { ordered: true });
  const one = await sendTest(acting(), id, {});
  const two = await sendTest(acting(), id, {});
  expect(one.event.payout).not.toBe(two.event.payout);
});

test('a paused endpoint is not tested: nothing would be sent', async () => {
  const { id } = await addEndpoint(acting());
  await updateEndpoint(acting(), id, { status: 'paused' });
  await expect(sendTest(acting(), id, {})).rejects.toMatchObject({ code: 'endpoint_state' });
});

test('only the merchant itself may test, with the scope for it, and it leaves an audit line', async () => {
  const { id } = await addEndpoint(acting());
  const stranger = actingFor(database.db, clock, await makeTestMerchant(database.db));
  await expect(sendTest(stranger, id, {})).rejects.toMatchObject({ code: 'not_found' });
  const reader = actingFor(database.db, clock, merchantId, ['webhooks:read']);
  await expect(sendTest(reader, id, {})).rejects.toMatchObject({ code: 'forbidden' });
  await sendTest(acting(), id, {});
  expect(await auditOf(database.db, merchantId)).toMatchObject([
    { action: 'endpoint.created' },
    { action: 'endpoint.tested', subjectId: id },
  ]);
});
