import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import * as cancel from '@/app/api/v1/payouts/[id]/cancel/route';
import * as payoutsRoute from '@/app/api/v1/payouts/route';
import { gatewaySubmissions, payouts, transfers } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { addPerson } from '@/lib/access/testing/people';
import { silentGateway } from '@/lib/doors/testing/silent-gateway';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import { newId } from '@/lib/kernel/ids';
import * as byTask from './[id]/route';
import * as pay from './route';

/** The order flow's own addresses, as its backend calls them. */
const portal = testPortal();
const now = new Date();
const receiver = demoAccount('customer').address;
const wallet = `0x${'6f'.repeat(20)}`;
let home: TestMerchant;
let gatewayId: string;
let orders = 0;

beforeAll(async () => {
  home = await portal.newMerchant({ requestsPerMinute: 10_000 });
  gatewayId = await silentGateway(portal.db, { merchantId: home.merchantId, wallet });
});
beforeEach(() => {
  orders += 1;
});

const body = (change: Record<string, unknown> = {}) => ({
  purchaseRequestId: `665f1c2ab7e4d90012a4c${String(orders).padStart(3, '0')}`,
  sellerOfferId: '665f1c2ab7e4d90012a4c0f1',
  buyerId: '665f1c2ab7e4d90012a4c0b1',
  sellerId: '665f1c2ab7e4d90012a4c0e1',
  amount: 107.5,
  recipientAddress: receiver,
  ...change,
});

const post = (change: Record<string, unknown> = {}, apiKey: string | undefined = home.apiKey) =>
  call(pay.POST, { method: 'POST', apiKey, body: body(change) });
const paid = async (change: Record<string, unknown> = {}) => {
  const answer = await post(change);
  expect(answer.status).toBe(200);
  return (await answer.json()).data;
};
const read = (id: string, apiKey = home.apiKey) => call(byTask.GET, { apiKey, params: { id } });
const countOf = () => portal.db.$count(payouts, eq(payouts.merchantId, home.merchantId));
const setStatus = (id: string, status: 'failed' | 'cancelled' | 'completed' | 'processing') =>
  portal.db.update(payouts).set({ status }).where(eq(payouts.id, id));

test('a seller is paid in the order flow’s words, and the payment is found by what it is called', async () => {
  const { buyerId, sellerId, sellerOfferId, purchaseRequestId } = body();
  const data = await paid({ token: 'USDT', network: 'Local' });
  expect(data).toMatchObject({
    ...{ direction: 'out', provider: 'shkeeper', status: 'pending', escrowState: 'releasing' },
    ...{ amount: '107.50', currency: 'USDT', network: 'local', _id: data.id, providerPaymentId: data.id },
    ...{ buyerId, sellerId, sellerOfferId, purchaseRequestId },
    metadata: { payoutType: 'seller-payment', shkeeperTaskId: data.id },
    blockchain: { transactionHash: null, receiver },
  });
  const [row] = await portal.db.select().from(payouts).where(eq(payouts.id, data.id));
  expect(row).toMatchObject({ rail: 'shkeeper', net: 107_500_000n, fee: 0n, recipientAddress: receiver.toLowerCase() });
  const again = await (await read(data.providerPaymentId)).json();
  expect(again).toMatchObject({ success: true, data: { ...data, updatedAt: expect.any(String) } });
});

test('once the gateway has named its task, the payment is found by that and by the name before', async () => {
  const { id } = await paid();
  const taskId = '7eb02c28-19c2-4ae4-9db7-94c0f3b92e1c';
  await handOver(id, taskId);
  for (const name of [taskId, id]) {
    const { data } = await (await read(name)).json();
    expect(data).toMatchObject({ id, providerPaymentId: taskId, metadata: { shkeeperTaskId: taskId } });
  }
  const other = await portal.newMerchant();
  for (const name of [taskId, id, '7eb02c28-0000-4ae4-9db7-94c0f3b92e1c', 'po_x']) {
    expect((await read(name, other.apiKey)).status).toBe(404);
  }
});

/** As the worker writes it down once the gateway took a payout. */
async function handOver(payoutId: string, taskId: string): Promise<void> {
  const { merchantId } = home;
  const transferId = newId('transfer');
  const times = { createdAt: now, updatedAt: now };
  const of = { merchantId, payoutId, chain: 'local' } as const;
  await portal.db
    .insert(transfers)
    .values({ ...of, ...times, id: transferId, rail: 'shkeeper', status: 'submitted', sender: wallet });
  await portal.db.insert(gatewaySubmissions).values({
    ...{ ...of, ...times, id: newId('submission'), gatewayId, transferId, taskId, attempt: 1 },
    ...({ externalId: `${payoutId}-1`, status: 'accepted', crypto: 'ETH-USDT', wallet } as const),
    ...{ token: wallet, recipient: receiver.toLowerCase(), amount: 107_500_000n, submitBlock: 1n },
    ...{ nextLookAt: now, submittedAt: now },
  });
}

test('asked 50 times at once, and later with other words, it is one payment', async () => {
  const before = await countOf();
  const answers = await Promise.all(Array.from({ length: 50 }, () => post()));
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).data.id));
  expect([new Set(answers.map(({ status }) => status)), new Set(ids).size]).toEqual([new Set([200]), 1]);
  const later = await paid({ amount: '1.00', recipientAddress: demoAccount('other').address });
  expect(later).toMatchObject({ id: ids[0], amount: '107.50', blockchain: { receiver } });
  expect(await countOf()).toBe(before + 1);
});

test.each(['processing', 'completed', 'failed'] as const)('one that is %s is answered as it is', async (status) => {
  const { id } = await paid();
  await setStatus(id, status);
  expect(await paid()).toMatchObject({ id, status });
});

test('in place of one that was cancelled another one is made, and so on', async () => {
  const ids = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const { id } = await paid();
    ids.add(id);
    await call(cancel.POST, { method: 'POST', apiKey: home.apiKey, params: { id }, body: {} });
  }
  expect(ids.size).toBe(3);
});

test('another seller of the same purchase is another payment', async () => {
  const [one, other] = [await paid(), await paid({ sellerId: '665f1c2ab7e4d90012a4c0e2' })];
  expect(other.id).not.toBe(one.id);
});

test.each([
  ['an address that is none', { recipientAddress: '0x12' }, 'invalid_request', 'recipientAddress'],
  ['another chain’s address', { recipientAddress: 'TFsmXXXX' }, 'invalid_request', 'recipientAddress'],
  ['a mistyped one', { recipientAddress: receiver.replace('CdDd', 'cdDd') }, 'address_refused', 'recipientAddress'],
  ['nobody’s address', { recipientAddress: `0x${'0'.repeat(40)}` }, 'address_refused', 'recipientAddress'],
  ['a network without a gateway', { network: 'BEP20' }, 'asset_unavailable', 'token'],
  ['a network that nobody knows', { network: 'tron' }, 'asset_unavailable', 'network'],
  ['a token without a gateway', { token: 'DAI' }, 'asset_unavailable', 'token'],
  ['a negative amount', { amount: -5 }, 'invalid_request', 'amount'],
  ['an amount with an exponent', { amount: 1e-7 }, 'invalid_request', 'amount'],
  ['more decimals than the token has', { amount: '1.0000001' }, 'amount_too_precise', 'amount'],
  ['too much', { amount: 1001 }, 'amount_too_large', 'amount'],
  ['a seller without a name', { sellerId: '' }, 'invalid_request', 'sellerId'],
])('%s is refused by the flow’s own field, and nothing is kept of it', async (_what, change, code, field) => {
  const before = await countOf();
  const answer = await post(change);
  expect([answer.status, await answer.json()]).toMatchObject([422, { code, field }]);
  expect(await countOf()).toBe(before);
});

test('a merchant without a gateway is told so', async () => {
  const other = await portal.newMerchant();
  const answer = await post({}, other.apiKey);
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { code: 'asset_unavailable', field: 'token', detail: 'No gateway of yours pays USDT.' },
  ]);
});

test('a payout of another kind that has this name is never taken for the payment', async () => {
  const { purchaseRequestId, sellerOfferId, sellerId } = body();
  const reference = `out:${purchaseRequestId}:${sellerOfferId}:${sellerId}`;
  const other = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference };
  await call(payoutsRoute.POST, { method: 'POST', apiKey: home.apiKey, body: other });
  const answer = await post();
  expect([answer.status, (await answer.json()).code]).toEqual([409, 'reference_taken']);
});

test('who may only read pays nobody, and a member confirms first that it is them', async () => {
  const reading = await portal.newMerchant({ scopes: ['payouts:read'] });
  await silentGateway(portal.db, { merchantId: reading.merchantId, wallet: `0x${'70'.repeat(20)}` });
  expect((await post({}, reading.apiKey)).status).toBe(403);
  const send = async (steppedUp: boolean) =>
    (await TestBrowser.of(await addPerson(portal.db, { merchantId: home.merchantId, steppedUp }))).send(pay.POST, {
      method: 'POST',
      body: body(),
    });
  expect((await (await send(false)).json()).code).toBe('step_up_required');
  expect((await send(true)).status).toBe(200);
});
