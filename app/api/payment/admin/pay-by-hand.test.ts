import { beforeAll, expect, test } from 'vitest';
import * as hold from '@/app/api/desk/payments/hold/route';
import * as prepare from '@/app/api/desk/payments/prepare/route';
import * as report from '@/app/api/desk/payments/report/route';
import * as payments from '@/app/api/desk/payments/route';
import { scopes } from '@/db/vocabulary/people';
import { demoAccount } from '@/demo/accounts';
import { createApiKey } from '@/lib/access/api-keys';
import { addPerson } from '@/lib/access/testing/people';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call } from '@/lib/http/testing/test-portal';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import * as confirmTx from './confirm-tx/[id]/route';
import * as adminPayouts from './payouts/route';

const world = testWorld();
const desk = testDesk(world);
const keys = { all: '', reading: '', writing: '' };

beforeAll(async () => {
  globalThis.drawbridgeConnection = world.database;
  const { merchantId } = world;
  const make = async (given: readonly (typeof scopes)[number][]) =>
    (await createApiKey(world.database.db, { merchantId, name: 'test', scopes: given, now: new Date() })).key;
  keys.all = await make(scopes);
  keys.reading = await make(['payouts:read']);
  keys.writing = await make(['payouts:read', 'payouts:write']);
});

const browserOf = async (role: 'payer' | 'viewer' | 'approver') =>
  TestBrowser.of(await addPerson(world.database.db, { merchantId: world.merchantId, role }));

const bodyOf = (txHash: string) => ({ txHash, kind: 'release' });

test('a payer pays one payout from the desk, over HTTP, and it completes by itself', async () => {
  const payout = await desk.owed();
  const browser = await browserOf('payer');
  const post = async (handler: typeof hold.POST, body: object) =>
    (await browser.send(handler, { method: 'POST', body })).json();
  const wanted = { payout_ids: [payout.id], tab: 'tab_of_browser' };
  expect(await post(hold.POST, wanted)).toEqual({ held_until: expect.any(String) });
  const prepared = await post(prepare.POST, { ...wanted, sender: desk.sender });
  const [signing] = prepared.signings;
  const [hash] = await desk.sign(signing.calls);
  expect(await post(report.POST, { signing_id: signing.id, hash })).toMatchObject({ payments: [{ hash }] });
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  const open = await (await browser.send(payments.GET)).json();
  expect(open.data.some((line: { payout: { id: string } }) => line.payout.id === payout.id)).toBe(false);
});

test('a key with the right scope and a member with the right role confirm a hash on one address, others do not', async () => {
  const payout = await desk.owed();
  const other = demoAccount('other').address;
  await desk.sign([desk.transfer(other, 25_000_000n)]);
  const hash = await world.send('other', desk.transfer(demoAccount('customer').address, 25_000_000n));
  await world.mine();
  await world.watch();
  const params = { id: payout.id };
  const byKey = (apiKey: string | undefined) =>
    call(confirmTx.POST, { method: 'POST', apiKey, params, body: bodyOf(hash) });
  expect((await byKey(undefined)).status).toBe(401);
  expect((await byKey(keys.reading)).status).toBe(403);
  expect((await byKey(keys.writing)).status).toBe(403);
  const refused = await byKey(keys.all);
  expect([refused.status, (await refused.json()).check]).toEqual([422, 'unknown_sender']);
  const send = async (role: 'payer' | 'viewer' | 'approver', headers = {}) =>
    (await browserOf(role)).send(confirmTx.POST, { method: 'POST', params, body: bodyOf(hash), headers });
  expect((await send('approver')).status).toBe(403);
  expect((await send('payer', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  await world.database.sql`insert into wallets (id, merchant_id, address, name, created_at, proven_at)
    values ('wa_test', ${world.merchantId}, ${other.toLowerCase()}, 'Hot', now(), now()) on conflict do nothing`;
  const accepted = await send('payer');
  expect(await accepted.json()).toMatchObject({
    success: true,
    data: {
      id: payout.id,
      direction: 'out',
      status: 'processing',
      escrowState: 'releasing',
      blockchain: { transactionHash: hash },
    },
  });
  await desk.settle();
  const again = await (await byKey(keys.all)).json();
  expect(again).toMatchObject({ data: { status: 'completed', escrowState: 'released', amount: '25.00' } });
});

test('a body that names no hash, or asks for another kind, is refused by field', async () => {
  const payout = await desk.owed();
  const post = (body: object) =>
    call(confirmTx.POST, { method: 'POST', apiKey: keys.all, params: { id: payout.id }, body });
  for (const body of [{}, bodyOf('0x12'), { ...bodyOf(`0x${'1'.repeat(64)}`), kind: 'refund' }]) {
    const answer = await post(body);
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'invalid_request']);
  }
});

test('the list speaks the order flow’s words and turns its pages', async () => {
  await desk.owed();
  const read = async (path: string) => (await call(adminPayouts.GET, { apiKey: keys.reading, path })).json();
  const first = await read('/api/payment/admin/payouts?limit=1');
  expect(first).toMatchObject({
    success: true,
    data: [{ direction: 'out', status: 'pending', escrowState: 'releasable', rail: 'wallet', purchaseRequestId: null }],
  });
  const [{ id, _id, providerPaymentId }] = first.data;
  expect([_id, providerPaymentId]).toEqual([id, id]);
  const second = await read(`/api/payment/admin/payouts?limit=1&cursor=${first.nextCursor}`);
  expect(second.data[0].id).not.toBe(first.data[0].id);
});
