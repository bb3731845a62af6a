import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import * as confirmTx from '@/app/api/payment/admin/confirm-tx/[id]/route';
import * as adminPayouts from '@/app/api/payment/admin/payouts/route';
import { scopes } from '@/db/vocabulary/people';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import { createApiKey } from '@/lib/access/api-keys';
import { followSubmissions } from '@/lib/gateways/submissions/follow';
import { submitPayouts } from '@/lib/gateways/submissions/submit';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { call } from '@/lib/http/testing/test-portal';
import { testWorld } from '@/lib/payouts/testing/world';
import * as byTask from './[id]/route';
import * as pay from './route';

/** The order flow pays sellers through a gateway that sends real transfers. */
const world = testWorld();
const gateway = testGateway(world);
let apiKey = '';
let purchases = 0;
let seller = '';

beforeAll(async () => {
  globalThis.drawbridgeConnection = world.database;
  const { merchantId } = world;
  const made = { merchantId, name: 'test', scopes, requestsPerMinute: 10_000, now: new Date() };
  apiKey = (await createApiKey(world.database.db, made)).key;
  await gateway.setUp();
});
beforeEach(() => {
  purchases += 1;
  seller = privateKeyToAccount(generatePrivateKey()).address;
  gateway.server().behave(goodManners);
});

const post = () =>
  call(pay.POST, {
    method: 'POST',
    apiKey,
    body: {
      ...{ purchaseRequestId: `pr_${purchases}`, sellerOfferId: 'of_1', buyerId: 'bu_1', sellerId: 'se_1' },
      ...{ amount: 107.5, recipientAddress: seller, token: 'USDT', network: 'local' },
    },
  });
const paid = async () => (await (await post()).json()).data;
const read = async (id: string) => (await (await call(byTask.GET, { apiKey, params: { id } })).json()).data;
const confirm = (id: string, txHash: string) =>
  call(confirmTx.POST, { method: 'POST', apiKey, params: { id }, body: { txHash, kind: 'release' } });
const submit = () => submitPayouts(world.system(), 'local');

async function settle(): Promise<void> {
  await gateway.server().wallet.idle();
  await world.settle();
}

test('asked 50 times at once, the gateway is asked once, and the seller gets the money once', async () => {
  const before = [gateway.submissions(), gateway.server().wallet.sent.length];
  const answers = await Promise.all(Array.from({ length: 50 }, post));
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).data.id));
  await Promise.all([submit(), submit()]);
  const underWay = await read(ids[0]);
  expect(underWay).toMatchObject({ status: 'processing', escrowState: 'releasing' });
  expect(underWay.providerPaymentId).toMatch(/^[0-9a-f-]{36}$/);
  await settle();
  await submit();
  const data = await read(underWay.providerPaymentId);
  expect(data).toMatchObject({
    ...{ id: ids[0], direction: 'out', status: 'completed', escrowState: 'released', amount: '107.50' },
    metadata: { payoutType: 'seller-payment', shkeeperTaskId: underWay.providerPaymentId },
    blockchain: { transactionHash: expect.stringMatching(/^0x[0-9a-f]{64}$/), receiver: seller },
  });
  expect(new Set(ids).size).toBe(1);
  expect([gateway.submissions(), gateway.server().wallet.sent.length]).toEqual(before.map((count) => count + 1));
  expect((await paid()).id).toBe(ids[0]);
  const list = await (await call(adminPayouts.GET, { apiKey, path: '/api/payment/admin/payouts?limit=1' })).json();
  expect(list.data[0]).toEqual(data);
});

test('a reported hash makes the portal look, and is not believed', async () => {
  const { id } = await paid();
  const lie = `0x${'ab'.repeat(32)}`;
  expect([(await confirm(id, lie)).status, (await read(id)).status]).toEqual([409, 'pending']);
  gateway.server().behave({ walletDelayMs: 60, readTimeoutMs: 10 });
  await submit();
  const awaited = await (await confirm(id, lie)).json();
  expect(awaited).toMatchObject({ success: true, data: { status: 'processing' } });
  expect(awaited.message).toContain('does not show this payment yet');
  await followSubmissions(world.system(), 'local');
  await settle();
  const done = await read(id);
  expect(done).toMatchObject({ status: 'completed', escrowState: 'released' });
  expect((await confirm(id, lie)).status).toBe(409);
  expect(await (await confirm(id, done.blockchain.transactionHash)).json()).toMatchObject({
    message: 'The network has confirmed this payment.',
    data: { id },
  });
});
