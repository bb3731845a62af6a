import { beforeAll, expect, test } from 'vitest';
import { transfers } from '@/db/schema';
import type { FailureCode } from '@/db/vocabulary/reasons';
import { demoAccount } from '@/demo/accounts';
import { silentGateway } from '@/lib/doors/testing/silent-gateway';
import { newId } from '@/lib/kernel/ids';
import { changeSeller } from '@/lib/orders/clock/change-seller';
import { deliverOrder } from '@/lib/orders/deliver';
import { releaseOrder } from '@/lib/orders/release';
import { disputeOrder } from '@/lib/orders/stop';
import { orderWorld } from '@/lib/orders/testing/order-world';
import { failureColumns } from '@/lib/payouts/failure';
import { lockPayout } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { testWorld } from '@/lib/payouts/testing/world';
import { reason } from '@/lib/wire/reason';
import { tryAgain } from './try-again';

const world = testWorld();
const { newOrder, expectRightBooks } = orderWorld(world);
const owner = () => world.member('owner');

beforeAll(() => silentGateway(world.database.db, { merchantId: world.merchantId, wallet: `0x${'6f'.repeat(20)}` }));

/** As the worker ends an attempt at a gateway. */
async function fail(id: string, code: FailureCode = 'gateway_failed'): Promise<void> {
  const ctx = world.system();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, { merchantId: world.merchantId, id });
    const begun = await move(tx, ctx, payout, { to: 'processing', because: reason('handed_to_gateway') });
    const because = reason(code, { words: 'Have not enough tokens on fee account, need 25 have 0' });
    await move(tx, ctx, begun, { to: 'failed', set: failureColumns(because), because });
  });
}

async function failed(code?: FailureCode): Promise<string> {
  const { id } = await world.newPayout({ rail: 'shkeeper' });
  await fail(id, code);
  return id;
}

test('a payout that failed at its gateway is offered again, as the same payout', async () => {
  const id = await failed();
  expect(await tryAgain(owner(), id)).toMatchObject({ id, status: 'pending', failure_code: null });
  await fail(id);
  expect(await tryAgain(owner(), id)).toMatchObject({ id, status: 'pending' });
  await expectRightBooks();
});

test('two who press at once offer it once', async () => {
  const id = await failed();
  const results = await Promise.allSettled([tryAgain(owner(), id), tryAgain(owner(), id)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expectRightBooks();
});

test('what may have been sent, what is under way and what is not a gateway’s is not tried again', async () => {
  const otherwise = await failed('gateway_paid_otherwise');
  await expect(tryAgain(owner(), otherwise)).rejects.toMatchObject({ code: 'payout_state' });
  const { id: open } = await world.newPayout({ rail: 'shkeeper' });
  await expect(tryAgain(owner(), open)).rejects.toMatchObject({ code: 'payout_state' });
  const doubted = await failed();
  const now = new Date();
  const of = { merchantId: world.merchantId, payoutId: doubted, chain: 'local', rail: 'shkeeper' } as const;
  const times = { createdAt: now, updatedAt: now };
  await world.database.db.insert(transfers).values({ ...of, ...times, id: newId('transfer'), status: 'unknown' });
  await expect(tryAgain(owner(), doubted)).rejects.toMatchObject({ code: 'transfer_in_progress' });
  const byHand = await world.newPayout({ rail: 'wallet' });
  await fail(byHand.id, 'payment_reverted');
  await expect(tryAgain(owner(), byHand.id)).rejects.toMatchObject({ code: 'payout_state' });
});

test('what an order has released in another payout since, or holds in dispute, is not sent a second time', async () => {
  const seller = { id: 'seller-1', address: demoAccount('customer').address };
  const order = await newOrder({ rail: 'shkeeper', seller });
  const release = async () => (await releaseOrder(owner(), order.id, {})).new_payouts[0]?.id ?? '';
  const first = await release();
  await fail(first);
  const second = await release();
  await expect(tryAgain(owner(), first)).rejects.toMatchObject({ code: 'order_short' });
  await fail(second);
  await disputeOrder(owner(), order.id, { reason: 'Broken' });
  await expect(tryAgain(owner(), second)).rejects.toMatchObject({ code: 'order_state' });
  await expectRightBooks();
});

test.each([
  ['waits, nobody is paid', true, { detail: expect.stringContaining('Another address') }],
  ['counts, the former one is not paid', false, { detail: expect.stringContaining('another address') }],
])('while another address of the seller %s', async (_what, isDelivered, facts) => {
  const seller = { id: 'seller-1', address: demoAccount('customer').address };
  const { id } = await newOrder({ rail: 'shkeeper', seller });
  const deliver = { true: () => deliverOrder(owner(), id, {}), false: () => undefined };
  await deliver[`${isDelivered}`]();
  const part = (await releaseOrder(owner(), id, {})).new_payouts[0]?.id ?? '';
  await fail(part);
  await changeSeller(owner(), id, { address: demoAccount('other').address });
  await expect(tryAgain(owner(), part)).rejects.toMatchObject({ code: 'order_state', facts });
  await expectRightBooks();
});
