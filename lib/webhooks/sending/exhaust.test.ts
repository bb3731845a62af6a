import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, endpoints, merchants } from '@/db/schema';
import { unseal } from '@/lib/kernel/secrets';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import { emitOne } from '@/lib/webhooks/testing/fixtures';
import { answerWith } from '@/lib/webhooks/testing/receiver';
import { exhaust } from './exhaust';
import { retryDelays } from './retry';

const desk = webhookDesk();
const hour = 3600;
const alertEmail = 'ops@merchant.example';
const statuses = async () => (await desk.deliveries()).map((one) => one.status);

async function exhaustAll(): Promise<void> {
  while (await exhaust(desk.ctx));
}

test('behind an open breaker a delivery ends when its time is over, and not before', async () => {
  const merchant = await desk.receiver(answerWith(500));
  await desk.queue(merchant, 20, { alertEmail });
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  desk.clock.turn(4 * hour - 1);
  await exhaustAll();
  expect(new Set(await statuses())).toEqual(new Set(['pending']));
  desk.clock.turn(1);
  await exhaustAll();
  expect(new Set(await statuses())).toEqual(new Set(['exhausted']));
  expect(await desk.mails()).toHaveLength(1);
});

test('what came later, and what began its schedule again, has its own time', async () => {
  const merchant = await desk.receiver(answerWith(500));
  await desk.queue(merchant, 6);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  desk.clock.turn(3 * hour);
  const late = await emitOne(desk.ctx, desk.merchantId);
  await fanOut(desk.ctx);
  desk.clock.turn(hour);
  await exhaustAll();
  const left = (await desk.deliveries()).filter((one) => one.status === 'pending');
  expect(left.map((one) => one.subjectId)).toEqual([late]);
  desk.clock.turn(3 * hour);
  await exhaustAll();
  expect(await statuses()).not.toContain('pending');
});

test('an endpoint that has been failing for less than its time keeps its old deliveries', async () => {
  const merchant = await desk.receiver(answerWith(500));
  const { id } = await desk.queue(merchant, 6);
  await desk.database.db.update(endpoints).set({ status: 'paused' }).where(eq(endpoints.id, id));
  desk.clock.turn(10 * hour);
  await desk.database.db.update(endpoints).set({ status: 'active' }).where(eq(endpoints.id, id));
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  desk.clock.turn(hour);
  await exhaustAll();
  expect(new Set(await statuses())).toEqual(new Set(['pending']));
});

test('while an endpoint is paused, or asks for more hours, nothing of it ends', async () => {
  const merchant = await desk.receiver(answerWith(500));
  const { id } = await desk.queue(merchant, 6, { retryHours: 72 });
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  desk.clock.turn(71 * hour);
  await exhaustAll();
  await desk.database.db.update(endpoints).set({ status: 'paused' }).where(eq(endpoints.id, id));
  desk.clock.turn(10 * hour);
  await exhaustAll();
  expect(new Set(await statuses())).toEqual(new Set(['pending']));
});

test('an attempt that is under way is left to end', async () => {
  const merchant = await desk.receiver(answerWith(500));
  await desk.queue(merchant, 6);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  const [first] = await desk.deliveries();
  const lease = { leaseOwner: 'another', leaseUntil: new Date(Date.now() + 60_000) };
  await desk.database.db
    .update(deliveries)
    .set(lease)
    .where(eq(deliveries.id, first?.id ?? ''));
  desk.clock.turn(5 * hour);
  await exhaustAll();
  expect((await desk.deliveries()).filter((one) => one.status === 'pending').map((one) => one.id)).toEqual([first?.id]);
});

test('a delivery that used its tries up is told by mail, with what to do', async () => {
  const merchant = await desk.receiver(answerWith(404));
  const { id } = await desk.queue(merchant, 1, { alertEmail });
  await desk.database.db.update(deliveries).set({ tries: retryDelays.length });
  await desk.deliverTo(merchant);
  const [mail] = await desk.mails();
  expect(mail).toMatchObject({ recipient: alertEmail, merchantId: desk.merchantId });
  const text = unseal(mail?.body ?? '', mail?.id ?? '');
  expect(text).toContain(merchant.url);
  expect(text).toContain(`/api/v1/webhook-endpoints/${id}/resend`);
});

test('many deliveries that end together are one mail, and the next comes six hours later at the earliest', async () => {
  const merchant = await desk.receiver(answerWith(404));
  await desk.queue(merchant, 8, { alertEmail });
  const endAll = async () => {
    await desk.database.db.update(deliveries).set({ status: 'pending', tries: retryDelays.length });
    await desk.deliverTo(merchant);
  };
  await endAll();
  expect(await desk.mails()).toHaveLength(1);
  desk.clock.turn(6 * hour - 1);
  await endAll();
  expect(await desk.mails()).toHaveLength(1);
  desk.clock.turn(1);
  await endAll();
  expect(await desk.mails()).toHaveLength(2);
});

test("without an address of its own, an endpoint's trouble goes to the merchant's, and without that to nobody", async () => {
  const merchant = await desk.receiver(answerWith(404));
  await desk.queue(merchant, 1);
  const end = async () => {
    await desk.database.db.update(deliveries).set({ status: 'pending', tries: retryDelays.length });
    await desk.deliverTo(merchant);
  };
  await end();
  expect(await desk.mails()).toEqual([]);
  await desk.database.db
    .update(merchants)
    .set({ alertEmail: 'owner@merchant.example' })
    .where(eq(merchants.id, desk.merchantId));
  await end();
  expect(await desk.mails()).toMatchObject([{ recipient: 'owner@merchant.example' }]);
});
