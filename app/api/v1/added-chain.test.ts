import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createWalletClient, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { openapiDocument } from '@/app/api/v1/document';
import { merchantAssets, merchants, vaults } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { createApiKey } from '@/lib/access/api-keys';
import { hex } from '@/lib/chains/address';
import { chainKey } from '@/lib/chains/chain-key';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { chainOf, isChainKey, learnChains, learnTokens, readChainKey } from '@/lib/chains/registry';
import { configuredChains, learnNodes, rpcUrlsOf } from '@/lib/chains/served';
import { claimPayout } from '@/lib/claims/claim';
import { viewClaim } from '@/lib/claims/view';
import { ownDoorKey } from '@/lib/doors/testing/own-door-key';
import { askingOnly, nodesOf } from '@/lib/evm/nodes/nodes';
import { reading } from '@/lib/evm/rpc';
import { lyingNode } from '@/lib/evm/testing/lying-node';
import { readPage } from '@/lib/http/pages/page-context';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { call } from '@/lib/http/testing/test-portal';
import { killed, type WorkerProcesses, workerProcesses } from '@/lib/jobs/testing/worker-process';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { addChain, agreeToChain, dropChain, viewChains } from '@/lib/networks/add-chain';
import { learnAddedChains } from '@/lib/networks/learn';
import { addChainBody } from '@/lib/networks/schema';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import { viewClaimReceipt } from '@/lib/payouts/receipts/view-receipt';
import { copyPreparedChain } from '@/lib/payouts/testing/prepared-chain';
import { testSignerKey } from '@/lib/payouts/testing/signer';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { findClose } from '@/lib/reconcile/core/close-store';
import { dayOf } from '@/lib/reconcile/core/day';
import { openReconciliation } from '@/lib/reconcile/day/open';
import { workReconciliation } from '@/lib/reconcile/day/work';
import { lift, stop } from '@/lib/stops/stop';
import { addToken, agreeToToken } from '@/lib/tokens/add-token';
import { listeners } from '@/lib/watched/listeners';
import { watchChain } from '@/lib/watcher/watch';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { createDeliverer } from '@/lib/webhooks/sending/deliver';
import { makeEndpoint, senderFor } from '@/lib/webhooks/testing/fixtures';
import { startReceiver } from '@/lib/webhooks/testing/receiver';
import { mine } from '@/scripts/services/block-maker';
import { type LocalChain, startChain } from '@/scripts/services/chain';
import * as dex3 from './createpayout/route';
import * as orderSettings from './order-settings/route';
import * as orders from './orders/route';
import * as onePayout from './payouts/[id]/route';
import * as payouts from './payouts/route';
import * as quotes from './quotes/route';

/** A network that this version does not bring along, on a node of its own, from two operators' word to a payout that is paid there. */
const world = testWorld();
const directory = path.resolve('.tmp', `added-chain-${process.pid}`);
type Node = Awaited<ReturnType<typeof lyingNode>>;
const state: { chain?: LocalChain; workers?: WorkerProcesses; node?: Node } = {};
const paid = { id: '', token: '' };
const people: Record<string, Context> = {};
const as = (name: string) => people[name] ?? expect.unreachable();
const there = () => state.chain?.rpcUrl ?? expect.unreachable();
/** A node of it that can be made to lie. */
const node = () => state.node ?? expect.unreachable();
const added = () => readChainKey('meadow') ?? expect.unreachable();

const body = (more: object = {}) => ({
  ...{ key: 'meadow', chain_id: 77_001, name: 'Meadow', currency: { name: 'Hay', symbol: 'HAY' }, explorer_url: null },
  ...{ finality: { confirmations: 3 }, block_seconds: 1, relay_max_gwei: 200, test: true },
  ...{ nodes: [`${node().url}/?key=secret`, `${there()}/?second`], public_node: 'https://meadow.example/rpc' },
  ...more,
});
const refusedFor = (words: RegExp) => ({ code: 'chain_refused', message: expect.stringMatching(words) });

beforeAll(async () => {
  copyPreparedChain(inject('preparedChain'), directory);
  state.chain = await startChain(directory, 77_001);
  state.node = await lyingNode(there());
  state.workers = await workerProcesses('worker.ts');
  globalThis.drawbridgeConnection = world.database;
  const { db } = world.database;
  const [ann, ben, sue] = [await addOperator(db), await addOperator(db), await addOperator(db, { role: 'support' })];
  people.ann = operatorContext(db, ann);
  people.ben = operatorContext(db, ben);
  people.support = operatorContext(db, sue);
  people.unproved = operatorContext(db, ann, undefined, null);
});
afterAll(async () => {
  learnTokens([]);
  learnChains([]);
  learnNodes(new Map());
  await state.workers?.close();
  await state.node?.close();
  await state.chain?.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('a network is tried before it is proposed: its id, its nodes’ history, and what nobody else is called', async () => {
  const add = (more: object) => addChain(as('ann'), body(more));
  await expect(add({ chain_id: 77_002 })).rejects.toMatchObject(refusedFor(/is of the network 77001, not 77002/));
  await expect(add({ nodes: [there(), world.rpcUrl()] })).rejects.toMatchObject(refusedFor(/31337|different first/));
  await expect(add({ nodes: ['http://127.0.0.1:1/?key=secret'] })).rejects.toMatchObject(refusedFor(/^(?!.*secret)/));
  await expect(add({ finality: { confirmations: 90_000 } })).rejects.toMatchObject(refusedFor(/no final block/));
  await expect(add({ test: false, nodes: [there()] })).rejects.toMatchObject(refusedFor(/two nodes/));
  const oneHost = [`${there()}/a`, `${there().replace('127.0.0.1', 'localhost')}/b`];
  await expect(add({ test: false, nodes: [`${there()}/a`, `${there()}/b`] })).rejects.toMatchObject(
    refusedFor(/different hosts/),
  );
  await expect(add({ test: false, nodes: oneHost, public_node: oneHost[0] })).rejects.toMatchObject(
    refusedFor(/different hosts/),
  );
  const dotted = ['http://localhost:1/a', 'http://localhost.:1/b'];
  await expect(add({ test: false, nodes: dotted })).rejects.toMatchObject(refusedFor(/different hosts/));
  const itself = ['http://localhost:1', 'http://127.0.0.1:1'];
  await expect(add({ test: false, nodes: itself, public_node: 'http://localhost:1/' })).rejects.toMatchObject(
    refusedFor(/different hosts/),
  );
  for (const like of [{ key: 'ba5e' }, { name: 'Ethereum' }, { name: 'Ваse' }, { name: 'B.N.B' }, { name: 'BASE' }])
    await expect(add(like)).rejects.toMatchObject(refusedFor(/taken for another/));
  await expect(add({ key: 'mainnet' })).rejects.toMatchObject(refusedFor(/word of its own/));
  await expect(add({ key: 'base' })).rejects.toMatchObject({ code: 'chain_known' });
  await expect(addChain(as('support'), body())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(addChain(as('unproved'), body())).rejects.toMatchObject({ code: 'step_up_required' });
  await expect(addChain(world.member('owner'), body())).rejects.toMatchObject({ code: 'forbidden' });
  expect(await viewChains(as('support'))).toEqual([]);
});

test.each([
  { explorer_url: 'javascript:alert(1)' },
  { explorer_url: 'https://scan.example@evil.example' },
  { explorer_url: 'https://scan.example/?to=' },
  { public_node: 'https://name:secret@node.example' },
  { nodes: ['file:///etc/passwd'] },
  { chain_id: 2 ** 53 },
  { currency: { name: 'Hay', symbol: 'HAY', decimals: 6 } },
  { name: 'Mea\u202edow' },
])('what everybody is told of it is safe to open and to read: %j is refused', (more) => {
  expect(addChainBody.safeParse(body(more)).success).toBe(false);
  expect(addChainBody.safeParse(body()).success).toBe(true);
});

test('it counts once a second operator agrees, and only once; what waits can be taken back, and what is listed cannot', async () => {
  const heath = body({ key: 'heath', name: 'Heath' });
  for (const other of [body(), heath]) {
    const both = await Promise.allSettled([addChain(as('ann'), body()), addChain(as('ben'), other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [waiting] = await viewChains(as('ann'));
    await dropChain(as('ben'), waiting?.key ?? '');
  }
  const proposed = await addChain(as('ann'), body());
  expect(proposed).toMatchObject({ status: 'waiting', node_hosts: [new URL(node().url).host, new URL(there()).host] });
  expect(JSON.stringify(proposed)).not.toContain('secret');
  await learnAddedChains(world.database.db);
  expect(isChainKey('meadow')).toBe(false);
  expect(chainKey.safeParse('meadow').success).toBe(false);
  await expect(agreeToChain(as('ann'), 'meadow')).rejects.toMatchObject({ code: 'chain_own' });
  await expect(agreeToChain(as('support'), 'meadow')).rejects.toMatchObject({ code: 'forbidden' });
  const agreed = await Promise.allSettled([agreeToChain(as('ben'), 'meadow'), agreeToChain(as('ben'), 'meadow')]);
  expect(agreed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(configuredChains()).toContain('meadow');
  expect(rpcUrlsOf(added())).toEqual(body().nodes);
  await expect(dropChain(as('ann'), 'meadow')).rejects.toMatchObject({ code: 'not_found' });
  const [row] = await world.database.sql`select nodes from chains where key = 'meadow'`;
  expect(row?.nodes).not.toContain('secret');
  const told = await world.database
    .sql`select action, detail from operator_lines where subject_id = 'meadow' order by id`;
  expect(told.map(({ action }) => action)).toContain('chain.listed');
  expect(JSON.stringify(told)).not.toContain('secret');
});

/** Claims with a wallet, and answers the id of the network that it was sent on. */
async function sendClaim(token: string): Promise<number> {
  return (await readyToSend(token))();
}

async function readyToSend(token: string) {
  const { address, privateKey } = demoAccount('customer');
  const { transfer } = await claimPayout(world.claimant(), token, { address });
  const wallet = createWalletClient({ account: privateKeyToAccount(privateKey), transport: http(there()) });
  return async () => {
    await wallet.sendTransaction({ chain: null, to: hex(transfer.to), data: hex(transfer.data), gas: 300_000n });
    return transfer.chainId;
  };
}

async function settleThere(): Promise<void> {
  await mine(there(), 4);
  while (await watchChain(world.system(), added(), listeners));
}

test('a token of it, a vault, a payout, its claim, what its watcher confirms, its event and the books are as on any network', async () => {
  const { db, sql } = world.database;
  const holder = demoAccount('vault').address;
  const waiting = await addToken(as('ann'), { chain: added(), address: testUsdtAddress, holder });
  expect(waiting).toMatchObject({ chain: 'meadow', status: 'waiting', resembles: 'USDT' });
  await agreeToToken(as('ben'), waiting.id);
  const [terms] = await db.select().from(merchantAssets);
  await db.insert(merchantAssets).values({ ...(terms ?? expect.unreachable()), chain: added() });
  const [vault] = await db.select().from(vaults);
  const { number: _number, ...copied } = vault ?? expect.unreachable();
  const id = newId('vault');
  await db.insert(vaults).values({ ...copied, id, signerKey: seal(testSignerKey, id), chain: added(), namespace: 77n });
  await settleThere();
  const payout = await world.newPayout({ chain: 'meadow', recipient: { type: 'anyone' } });
  Object.assign(paid, payout);
  const claimant = world.claimant();
  expect((await viewClaim(claimant, payout.token)).chain).toMatchObject({
    ...{ key: 'meadow', id: 77_001, name: 'Meadow', currency: 'HAY', rpc_url: 'https://meadow.example/rpc' },
  });
  expect(await sendClaim(payout.token)).toBe(77_001);
  const held = await world.vaultBalance();
  await settleThere();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', chain: 'meadow', asset: 'USDT' });
  expect(await world.vaultBalance()).toBe(held);
  const told = await sql`select data from events where subject_id = ${payout.id} and type = 'payout.completed'`;
  expect(JSON.stringify(told)).toContain('meadow');
  await rollUpBalances(world.system());
  expect((await checkMerchant(world.system(), world.merchantId)).faults).toEqual([]);
});

test('a node of it that answers for another network later has no say, and is named without its key; payouts go on by the other one', async () => {
  const { id, token } = await world.newPayout({ chain: 'meadow', recipient: { type: 'anyone' } });
  node().lie(({ method }) => (method === 'eth_chainId' ? { result: '0x1' } : undefined));
  const [first] = nodesOf(added());
  const ask = () => reading(added(), (client) => client.getBlockNumber());
  const alone = askingOnly(first ?? expect.unreachable(), ask);
  await expect(alone).rejects.toMatchObject({
    code: 'chain_unavailable',
    message: /^(?!.*secret).*another network: 1,/,
  });
  await sendClaim(token);
  await settleThere();
  expect(await view(world, id)).toMatchObject({ status: 'completed' });
  node().honest();
});

test('while it is stopped nothing is signed on it; what was signed before is paid and booked, and other networks go on', async () => {
  const [early, late] = [
    await world.newPayout({ chain: 'meadow', recipient: { type: 'anyone' } }),
    await world.newPayout({ chain: 'meadow', recipient: { type: 'anyone' } }),
  ];
  const send = await readyToSend(early.token);
  const { id } = await stop(as('ann'), { scope: 'chain', chain: added(), reason: 'A drill' });
  await expect(sendClaim(late.token)).rejects.toMatchObject({ code: 'stopped' });
  await send();
  await settleThere();
  expect(await view(world, early.id)).toMatchObject({ status: 'completed' });
  const here = await world.newPayout({ recipient: { type: 'anyone' } });
  const { address } = demoAccount('customer');
  expect(await claimPayout(world.claimant(), here.token, { address })).toMatchObject({ transfer: { chainId: 31_337 } });
  await lift(as('ann'), id, { reason: 'Over' });
  await sendClaim(late.token);
  await settleThere();
  expect(await view(world, late.id)).toMatchObject({ status: 'completed' });
  await expect(world.database.sql`delete from chains where key = 'meadow'`).rejects.toMatchObject({ code: '23503' });
});

test('its events reach an endpoint, and its day is closed without a difference', async () => {
  const { db } = world.database;
  const receiver = await startReceiver();
  await makeEndpoint(db, { merchantId: world.merchantId, url: receiver.url });
  const second = await world.newPayout({ chain: 'meadow', recipient: { type: 'anyone' } });
  await fanOut(world.system());
  const deliverer = createDeliverer({ sender: senderFor([receiver]) });
  await deliverer.deliverDue(world.system(), new AbortController().signal);
  await deliverer.settled();
  await receiver.close();
  const told = receiver.received.find(({ body: sent }) => sent.includes(second.id));
  expect(told?.body).toContain('"chain":"meadow"');
  await settleThere();
  const of = { merchantId: world.merchantId, chain: added(), day: dayOf(world.system().clock.now()) };
  const { id } = await openReconciliation(world.system(), of);
  expect(await workReconciliation(world.system(), { id })).toMatchObject({ status: 'done' });
  expect(await findClose(db, of.merchantId, of.chain, of.day)).toMatchObject({ status: 'green', differenceIds: [] });
});

async function keyOf(merchantId: string): Promise<string> {
  const asked = { merchantId, name: 'Server', scopes, requestsPerMinute: 1_000, now: new Date() };
  return (await createApiKey(world.database.db, asked)).key;
}

test('each door that names a network takes it, and refuses one that there is not in words; another merchant sees nothing of it', async () => {
  const { db } = world.database;
  await db.insert(merchants).values({ id: 'mer_other', name: 'Other', testMode: true });
  const [own, other] = [await keyOf(world.merchantId), await keyOf('mer_other')];
  await sayRates(db, { JPY: '0.0065' }, new Date());
  const days = { grace_days: 10, categories: {}, dispute_days: 14 };
  await call(orderSettings.PUT, { method: 'PUT', apiKey: own, body: days });
  const money = { amount: '25.00', asset: 'USDT' };
  const parties = { buyer: { id: 'ann' }, seller: { id: 'bob', email: 'bob@shop.example' }, reference: 'meadow-1' };
  const doors = [
    [payouts.POST, { ...money, recipient: { type: 'anyone' }, reference: 'meadow-2' }],
    [quotes.POST, { display: { currency: 'JPY', amount: '5000' }, asset: 'USDT' }],
    [orders.POST, { ...money, ...parties }],
  ] as const;
  for (const [handler, given] of doors) {
    const ask = async (apiKey: string, chain: string) =>
      call(handler, { method: 'POST', apiKey, body: { ...given, chain } }).then(async (answer) => ({
        ...{ status: answer.status, body: await answer.json() },
      }));
    const none = { status: 422, body: { code: 'invalid_request', errors: [{ field: 'chain' }] } };
    expect(await ask(own, 'nowhere')).toMatchObject(none);
    expect(await ask(own, 'constructor')).toMatchObject(none);
    expect(await ask(other, 'meadow')).toMatchObject({ status: 422, body: { code: 'asset_unavailable' } });
    expect(await ask(own, 'meadow')).toMatchObject({ status: 201, body: { chain: 'meadow' } });
  }
  const settings = { chain: added(), asset: 'USDT' };
  const { publicId, secret } = await ownDoorKey(db, { merchantId: world.merchantId, door: 'dex3', settings });
  const to = demoAccount('customer').address.toLowerCase();
  const signature = createHash('sha256').update(`9001${publicId}2500${to}${secret}`).digest('hex');
  const form = { order_id: '9001', productName: 'Hay', amount: 2500, receiver_type: 'address', receiver_value: to };
  const asDex3 = {
    method: 'POST',
    headers: { merchant_public: publicId },
    body: { ...form, expiration: 0, signature },
  };
  const { data } = await (await call(dex3.POST, asDex3)).json();
  expect(await view(world, data.payout_id.replace('dex3', 'po_'))).toMatchObject({ chain: 'meadow' });
  const seen = await call(onePayout.GET, { apiKey: other, params: { id: paid.id } });
  const list = await call(payouts.GET, { apiKey: other, path: '/api/v1/payouts?chain=meadow' });
  expect([seen.status, await list.json()]).toMatchObject([404, { data: [] }]);
  expect(JSON.stringify(openapiDocument())).not.toMatch(/"enum":\[[^\]]*"ethereum"/);
});

/** As in a process that another one outran: it has not read the rows since the chain was listed. */
function forget(): void {
  learnTokens([]);
  learnChains([]);
  learnNodes(new Map());
}

test('pages that name it are drawn by a process that does not know it yet', async () => {
  const text = (read: (ctx: Context) => Promise<object>) => readPage(async (ctx) => JSON.stringify(await read(ctx)));
  forget();
  await expect(viewClaim(world.claimant(), paid.token)).rejects.toThrow(/not known in this process/);
  expect(await text((ctx) => viewClaim(ctx, paid.token))).toContain('Meadow');
  forget();
  expect(await text((ctx) => viewClaimReceipt(ctx, paid.token))).toContain('Meadow');
});

test('what a request names is asked for once; a change that had begun is to be asked again', async () => {
  const schema = z.strictObject({ chain: chainKey });
  const told = { tag: 'Portal', permission: 'public', returns: schema, refuses: [] } as const;
  const meadow = added();
  const { GET, POST } = resource('/api/v1/status', {
    GET: route({ ...told, id: 'name', summary: 'Names it' }, async () => ({ chain: chainOf(meadow).key })),
    POST: route({ ...told, id: 'take', summary: 'Takes it', body: schema }, async (_ctx, { body }) => body),
  });
  const change = resource('/api/v1/status', {
    POST: route({ ...told, id: 'begin', summary: 'Begins' }, async () => ({ chain: chainOf(meadow).key })),
  });
  forget();
  expect(await (await call(GET)).json()).toEqual({ chain: 'meadow' });
  forget();
  expect(await (await call(POST, { method: 'POST', body: { chain: 'meadow' } })).json()).toEqual({ chain: 'meadow' });
  forget();
  expect(await (await call(change.POST, { method: 'POST' })).json()).toMatchObject({ code: 'chain_unavailable' });
  expect((await call(change.POST, { method: 'POST' })).status).toBe(200);
  expect((await call(POST, { method: 'POST', body: { chain: 'nowhere' } })).status).toBe(422);
});

test('a worker that is killed while a payout is under way, and knows the chain from its row alone, leaves it to the next one, which pays once', async () => {
  const { id, token } = await world.newPayout({ chain: 'meadow', recipient: { type: 'anyone' } });
  const status = async () => (await view(world, id)).status;
  const workers = state.workers ?? expect.unreachable();
  const first = await workers.start({ DATABASE_URL: world.database.url });
  await sendClaim(token);
  await mine(there(), 1);
  await expect.poll(status).toBe('processing');
  await killed(first);
  // As it is ten seconds later: a process that is gone holds its leases no longer.
  await world.database.sql`delete from leases`;
  await mine(there(), 4);
  await workers.start({ DATABASE_URL: world.database.url });
  await expect.poll(status).toBe('completed');
  const paidFor = await world.database.sql`
    select amount::text from entries join postings on postings.id = posting_id where payout_id = ${id} and debit = 'paid'`;
  expect(paidFor).toEqual([{ amount: '24500000' }]);
});
