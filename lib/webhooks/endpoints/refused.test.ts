import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { endpoints } from '@/db/schema';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import type { MadeEndpoint } from '@/lib/webhooks/testing/fixtures';
import { answerWith, type Receiver } from '@/lib/webhooks/testing/receiver';
import { readHealth } from './endpoint-store';
import { presentEndpoint } from './present-endpoint';

const desk = webhookDesk();

async function healthOf({ id }: MadeEndpoint) {
  const { db } = desk.database;
  const [endpoint] = await db.select().from(endpoints).where(eq(endpoints.id, id));
  if (!endpoint) throw new Error('The endpoint is gone');
  return presentEndpoint(endpoint, (await readHealth(db, [id])).get(id), desk.clock.now()).health;
}

/** Takes what it is sent from the second on. */
const later = (first: number) =>
  desk.receiver((_request, response, count) => response.writeHead(count > 1 ? 200 : first).end());

async function once(receiver: Receiver, count: number) {
  const endpoint = await desk.queue(receiver, count);
  await desk.deliverTo(receiver, { roomPerEndpoint: 1 });
  return endpoint;
}

test.each([404, 401, 302, 500])('an endpoint that answers %s to everything is failing at once', async (status) => {
  const endpoint = await once(await desk.receiver(answerWith(status)), 3);
  expect(await healthOf(endpoint)).toMatchObject({
    ...{ state: 'failing', refused: 3, next_probe_at: null },
    failing_since: desk.clock.now().toISOString(),
  });
});

test('an endpoint that refused one message and took a later one is working', async () => {
  expect(await healthOf(await once(await later(404), 2))).toMatchObject({ state: 'working', refused: 0 });
});

test('an endpoint is working again as soon as it takes what it refused', async () => {
  const receiver = await later(500);
  const endpoint = await once(receiver, 1);
  expect((await healthOf(endpoint)).state).toBe('failing');
  desk.clock.turn(5);
  await desk.deliverTo(receiver);
  expect(await healthOf(endpoint)).toMatchObject({ state: 'working', failing_since: null });
});

test('an endpoint that nothing was sent to is not failing', async () => {
  const receiver = await desk.receiver();
  expect((await healthOf(await desk.queue(receiver, 3))).state).toBe('working');
});
