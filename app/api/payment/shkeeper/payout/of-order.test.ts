import { beforeAll, expect, test } from 'vitest';
import { scopes } from '@/db/vocabulary/people';
import { demoAccount } from '@/demo/accounts';
import { createApiKey } from '@/lib/access/api-keys';
import { silentGateway } from '@/lib/doors/testing/silent-gateway';
import { failUnpayable } from '@/lib/gateways/submissions/fail-unpayable';
import { call } from '@/lib/http/testing/test-portal';
import { releaseOrder } from '@/lib/orders/release';
import { resolveOrder } from '@/lib/orders/resolve';
import { disputeOrder } from '@/lib/orders/stop';
import { orderWorld } from '@/lib/orders/testing/order-world';
import { viewOrder } from '@/lib/orders/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { tryAgain } from '@/lib/unpaid/try-again';
import type { OrderAnswer } from '@/lib/wire/order';
import { reason } from '@/lib/wire/reason';
import * as pay from './route';

/** The order flow pays the seller of a purchase that is an order here. */
const world = testWorld();
const { newOrder, expectRightBooks } = orderWorld(world);
let apiKey = '';

beforeAll(async () => {
  globalThis.drawbridgeConnection = world.database;
  const { db } = world.database;
  const { merchantId } = world;
  apiKey = (await createApiKey(db, { merchantId, name: 'test', scopes, now: new Date() })).key;
  await silentGateway(db, { merchantId, wallet: `0x${'6f'.repeat(20)}` });
});

const bodyOf = ({ reference }: Pick<OrderAnswer, 'reference'>, change: object = {}) => ({
  ...{ purchaseRequestId: reference, sellerOfferId: 'offer-1', buyerId: 'buyer-1', sellerId: 'seller-1' },
  ...{ amount: '100.00', recipientAddress: demoAccount('customer').address },
  ...change,
});
const post = async (order: Pick<OrderAnswer, 'reference'>, change: object = {}) => {
  const answer = await call(pay.POST, { method: 'POST', apiKey, body: bodyOf(order, change) });
  return { status: answer.status, ...(await answer.json()) };
};
const view = (id: string) => viewOrder(world.merchant(), id);

test('the payment of an order is a release of it, and both move together', async () => {
  const order = await newOrder({ rail: 'wallet', pay_in: { reference: 'pay-in-1' } });
  const { data } = await post(order);
  expect(data).toMatchObject({ rail: 'wallet', escrowState: 'releasing', purchaseRequestId: order.reference });
  expect(await view(order.id)).toMatchObject({
    status: 'releasing',
    money: { held: '0.00', releasing: '100.00' },
    pay_in: { escrow_state: 'releasing' },
    payouts: [{ id: data.id, side: 'release' }],
  });
  await cancelPayout(world.merchant(), data.id);
  expect(await view(order.id)).toMatchObject({ money: { held: '100.00' }, pay_in: { escrow_state: 'funded' } });
  const again = await post(order);
  expect([again.status, again.data.id === data.id]).toEqual([200, false]);
  await expectRightBooks();
});

test('one that failed is answered as it is, until a member sends it or releases the order', async () => {
  const order = await newOrder({ rail: 'shkeeper' });
  const { data } = await post(order);
  const fail = () =>
    failUnpayable(
      world.system(),
      { merchantId: world.merchantId, id: data.id },
      reason('gateway_failed', { words: '' }),
    );
  await fail();
  expect((await post(order)).data).toMatchObject({ id: data.id, status: 'failed', escrowState: 'failed' });
  expect(await view(order.id)).toMatchObject({ status: 'funded', payouts: [{ id: data.id }] });
  await tryAgain(world.member('owner'), data.id);
  expect((await post(order)).data).toMatchObject({ id: data.id, status: 'pending' });
  await fail();
  const { new_payouts: made } = await releaseOrder(world.member('owner'), order.id, {});
  expect((await post(order)).data.id).toBe(made[0]?.id);
  await expectRightBooks();
});

test('asked at once by many, an order is released once; and one that was released otherwise is not released again', async () => {
  const order = await newOrder({ rail: 'wallet' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(order)));
  expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1);
  const other = await newOrder({ rail: 'wallet' });
  const { new_payouts: made } = await releaseOrder(world.member('owner'), other.id, {});
  expect((await post(other)).data.id).toBe(made[0]?.id);
  expect((await view(other.id)).payouts).toHaveLength(1);
});

test.each([
  ['another seller', { sellerId: 'seller-2' }, 422, 'sellerId'],
  ['another buyer', { buyerId: 'buyer-2' }, 422, 'buyerId'],
  ['another token', { token: 'DAI' }, 422, 'token'],
  ['another address', { recipientAddress: demoAccount('other').address }, 422, 'recipientAddress'],
  ['more than it holds', { amount: '100.01' }, 409, 'amount'],
])('a body about %s than the order is refused, and nothing moves', async (_what, change, status, field) => {
  const order = await newOrder({ rail: 'wallet' });
  expect(await post(order, change)).toMatchObject({ status, field });
  expect(await view(order.id)).toMatchObject({ status: 'funded', payouts: [], version: order.version });
});

test('an order that is disputed, or not paid for, is not released', async () => {
  const disputed = await newOrder({ rail: 'wallet' });
  await disputeOrder(world.merchant(), disputed.id, { reason: 'Broken' });
  const unfunded = await newOrder({ rail: 'wallet', pay_in: undefined });
  for (const order of [disputed, unfunded]) expect((await post(order)).code).toBe('order_state');
});

test('what comes back of a verdict is not paid to the seller by the order flow', async () => {
  const order = await newOrder();
  await disputeOrder(world.merchant(), order.id, { reason: 'It never came.' });
  const { new_payouts } = await resolveOrder(world.merchant(), order.id, { release: '0.00', refund: '100.00' });
  await cancelPayout(world.merchant(), new_payouts[0]?.id ?? '');
  expect(await view(order.id)).toMatchObject({ money: { held: '100.00', refunded: '0.00' } });
  expect(await post(order)).toMatchObject({ status: 409, code: 'order_state' });
});
