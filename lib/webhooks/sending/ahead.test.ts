import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { endpoints } from '@/db/schema';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import type { Reply } from '@/lib/webhooks/testing/receiver';

/** What a worker leases of an endpoint beyond what is under way, because the endpoint takes it quickly. */
const desk = webhookDesk();
const width = 2;
const quick = 12;
const count = 60;
/** However long a busy machine takes for an answer, more is leased than is under way. */
const settings = { roomPerEndpoint: width, aheadMs: 60_000 };

/** Takes the first ones at once and hands over each later answer to whom wants to give it. */
function thenHeld(): { reply: Reply; answers: (() => void)[] } {
  const answers: (() => void)[] = [];
  const reply: Reply = (_request, response, number) => {
    const answer = () => response.writeHead(204).end();
    if (number > quick) answers.push(answer);
    else answer();
  };
  return { reply, answers };
}

const leased = async () => (await desk.deliveries()).filter((one) => one.leaseOwner !== null);

/** Until an endpoint has both places taken by requests without an answer, and more leased behind them. */
async function heldAhead(answers: readonly unknown[]): Promise<void> {
  await expect.poll(() => answers.length, { timeout: 60_000 }).toBe(width);
  await expect.poll(async () => (await leased()).length, { timeout: 60_000 }).toBeGreaterThan(width);
}

test('what was leased ahead and waited too long is read again: it goes where the endpoint is now', async () => {
  const { reply, answers } = thenHeld();
  const [former, present] = [await desk.receiver(reply), await desk.receiver()];
  const { id } = await desk.queue(former, count);
  const passed = { ms: 0 };
  const deliverer = desk.deliverer([former, present], { ...settings, monotonic: () => passed.ms });
  await deliverer.deliverDue(desk.ctx, new AbortController().signal);
  await heldAhead(answers);
  await desk.database.db.update(endpoints).set({ url: present.url }).where(eq(endpoints.id, id));
  passed.ms = 2000;
  for (const answer of answers) answer();
  await deliverer.settled();
  expect([former.received.length, present.received.length]).toEqual([quick + width, count - quick - width]);
  expect((await desk.deliveries()).every((one) => one.status === 'delivered')).toBe(true);
});

test.each([
  ['paused', { status: 'paused' as const }],
  ['deleted', { deletedAt: new Date() }],
])(
  'what was leased ahead and waited too long is not sent to an endpoint that is %s meanwhile',
  async (_how, change) => {
    const { reply, answers } = thenHeld();
    const merchant = await desk.receiver(reply);
    const { id } = await desk.queue(merchant, count);
    const passed = { ms: 0 };
    const deliverer = desk.deliverer([merchant], { ...settings, monotonic: () => passed.ms });
    await deliverer.deliverDue(desk.ctx, new AbortController().signal);
    await heldAhead(answers);
    await desk.database.db.update(endpoints).set(change).where(eq(endpoints.id, id));
    passed.ms = 2000;
    for (const answer of answers) answer();
    await deliverer.settled();
    expect(merchant.received).toHaveLength(quick + width);
    expect(await leased()).toEqual([]);
  },
);

test('what a worker had leased ahead when it stood still goes out by another, and its late answers move nothing', async () => {
  const { reply, answers } = thenHeld();
  const [held, free] = [await desk.receiver(reply), await desk.receiver()];
  const { id } = await desk.queue(held, count);
  const passed = { ms: 0 };
  const still = desk.deliverer([held], { ...settings, monotonic: () => passed.ms });
  await still.deliverDue(desk.ctx, new AbortController().signal);
  await heldAhead(answers);
  await desk.endLeases();
  await desk.database.db.update(endpoints).set({ url: free.url }).where(eq(endpoints.id, id));
  await desk.deliverTo(free);
  const told = await desk.deliveries();
  expect(told.every((one) => one.status === 'delivered')).toBe(true);
  passed.ms = 20_000;
  for (const answer of answers) answer();
  await still.settled();
  expect([held.received.length, free.received.length]).toEqual([quick + width, count - quick]);
  expect(await desk.deliveries()).toEqual(told);
  expect(await desk.attempts()).toHaveLength(count + width);
});

test("what was leased ahead of an endpoint that begins to fail is nobody's again, and only its breaker lets more through", async () => {
  const failing: Reply = (_request, response, number) => response.writeHead(number > quick ? 500 : 204).end();
  const merchant = await desk.receiver(failing);
  await desk.queue(merchant, count);
  await desk.deliverTo(merchant, settings);
  expect(merchant.received.length).toBeLessThan(quick + 5 + width);
  expect(await leased()).toEqual([]);
  expect(await desk.breakers()).toMatchObject([{ failures: 5 }]);
});

test('a worker that is told to stop gives back what it has not begun', async () => {
  const { reply, answers } = thenHeld();
  const merchant = await desk.receiver(reply);
  await desk.queue(merchant, count);
  const stopping = new AbortController();
  const deliverer = desk.deliverer([merchant], settings);
  await deliverer.deliverDue(desk.ctx, stopping.signal);
  await heldAhead(answers);
  stopping.abort();
  for (const answer of answers) answer();
  await deliverer.settled();
  expect(merchant.received).toHaveLength(quick + width);
  expect(await leased()).toEqual([]);
});
