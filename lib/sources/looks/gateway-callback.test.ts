import { beforeAll, beforeEach, expect, test } from 'vitest';
import { messages } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import { followSubmissions } from '@/lib/gateways/submissions/follow';
import { submitPayouts } from '@/lib/gateways/submissions/submit';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { receiveMessage } from '@/lib/sources/receive';
import { applyMessages } from './apply';

const world = testWorld();
const gateway = testGateway(world);
const { system, claimant } = world;

beforeAll(() => gateway.setUp());
beforeEach(async () => {
  gateway.server().behave(goodManners);
  await world.database.db.delete(messages);
});

/** A payout that was handed over, and the row that the server has of it. */
async function handedOver(amount: string) {
  const recipient = { type: 'wallet', address: demoAccount('customer').address };
  const payout = await world.newPayout({ rail: 'shkeeper', recipient, amount });
  await submitPayouts(system(), 'local');
  await gateway.server().wallet.idle();
  await gateway.server().rows.tick();
  return { payout, row: gateway.server().rows.find(`${payout.id}-1`) ?? expect.unreachable() };
}

/** The server's own callback of a row, with what a test changes of it. */
async function call(row: Awaited<ReturnType<typeof handedOver>>['row'], change: { body?: string; time?: string } = {}) {
  const { url, body, headers } = gateway.server().rows.callbackOf(row);
  const [dialect, source] = new URL(url).pathname.split('/').slice(3);
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const sent = { ...lower, ...(change.time && { 'x-shkeeper-timestamp': change.time }) };
  const readBytes = async () => Buffer.from(change.body ?? body);
  const incoming = { method: 'POST', params: { dialect, source }, search: '', headers: sent, readBytes } as const;
  return receiveMessage(claimant(), incoming);
}

const now = () => system().clock.now().getTime();
const nextLook = async () => {
  const [row] = await world.database.sql`select next_look_at from gateway_submissions order by id desc limit 1`;
  return Date.parse(row?.next_look_at);
};
const outcomes = async () => (await world.database.db.select().from(messages)).map(({ outcome }) => outcome);

test('a hundred callbacks of one payout are one look, and complete nothing that the chain does not show', async () => {
  const { payout, row } = await handedOver('11.00');
  await world.passTime(6);
  await followSubmissions(system(), 'local');
  expect(await nextLook()).toBeGreaterThan(now());
  const answers = await Array.fromAsync({ length: 100 }, () => call(row));
  expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  await applyMessages(system());
  expect(await outcomes()).toEqual(['looked']);
  expect(await nextLook()).toBeLessThanOrEqual(now());
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing' });
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
});

test('a callback that is forged or old has us look at nothing', async () => {
  const { row } = await handedOver('12.00');
  const body = '{"external_id":null,"payout_id":1,"status":"SUCCESS"}';
  const refused = { code: 'signature_invalid' };
  await expect(call(row, { body })).rejects.toMatchObject(refused);
  await expect(call(row, { time: String(Math.floor(now() / 1000) - 301) })).rejects.toMatchObject(refused);
  expect(await outcomes()).toEqual([]);
  await world.settle();
});

test('a callback about what we do not know is taken and noted', async () => {
  const { row } = await handedOver('13.00');
  const unknown = { ...row, externalId: 'theirs-1' };
  expect(await call(unknown)).toEqual({ received: true, duplicate: false });
  await applyMessages(system());
  expect(await outcomes()).toEqual(['nothing_of_ours']);
  await world.settle();
});

test('a transfer that failed on the chain is not paid, with any callback', async () => {
  gateway.server().behave({ revert: true });
  const { payout, row } = await handedOver('14.00');
  await world.settle();
  await call(row);
  await applyMessages(system());
  await followSubmissions(system(), 'local');
  await world.settle();
  expect((await view(world, payout.id)).status).not.toBe('completed');
});
