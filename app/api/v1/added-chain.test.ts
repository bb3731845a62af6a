import { rmSync } from 'node:fs';
import path from 'node:path';
import { createWalletClient, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { merchantAssets, vaults } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { chainKey } from '@/lib/chains/chain-key';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { chainOf, isChainKey, learnChains, learnTokens, readChainKey } from '@/lib/chains/registry';
import { configuredChains, learnNodes, rpcUrlsOf } from '@/lib/chains/served';
import { claimPayout } from '@/lib/claims/claim';
import { viewClaim } from '@/lib/claims/view';
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
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import { viewClaimReceipt } from '@/lib/payouts/receipts/view-receipt';
import { copyPreparedChain } from '@/lib/payouts/testing/prepared-chain';
import { testSignerKey } from '@/lib/payouts/testing/signer';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { findClose } from '@/lib/reconcile/core/close-store';
import { dayOf } from '@/lib/reconcile/core/day';
import { openReconciliation } from '@/lib/reconcile/day/open';
import { workReconciliation } from '@/lib/reconcile/day/work';
import { addToken, agreeToToken } from '@/lib/tokens/add-token';
import { listeners } from '@/lib/watched/listeners';
import { watchChain } from '@/lib/watcher/watch';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { createDeliverer } from '@/lib/webhooks/sending/deliver';
import { makeEndpoint, senderFor } from '@/lib/webhooks/testing/fixtures';
import { startReceiver } from '@/lib/webhooks/testing/receiver';
import { mine } from '@/scripts/services/block-maker';
import { type LocalChain, startChain } from '@/scripts/services/chain';

/** A network that this version does not bring along, on a node of its own, from two operators' word to a payout that is paid there. */
const world = testWorld();
const directory = path.resolve('.tmp', `added-chain-${process.pid}`);
const state: { chain?: LocalChain; workers?: WorkerProcesses } = {};
const paid = { id: '', token: '' };
const people: Record<string, Context> = {};
const as = (name: string) => people[name] ?? expect.unreachable();
const there = () => state.chain?.rpcUrl ?? expect.unreachable();
const added = () => readChainKey('meadow') ?? expect.unreachable();

const body = (more: object = {}) => ({
  ...{ key: 'meadow', chain_id: 77_001, name: 'Meadow', currency: { name: 'Hay', symbol: 'HAY' }, explorer_url: null },
  ...{ finality: { confirmations: 3 }, block_seconds: 1, relay_max_gwei: 200, test: true },
  ...{ nodes: [`${there()}/?key=secret`, `${there()}/?second`], public_node: 'https://meadow.example/rpc' },
  ...more,
});
const refusedFor = (words: RegExp) => ({ code: 'chain_refused', message: expect.stringMatching(words) });

beforeAll(async () => {
  copyPreparedChain(inject('preparedChain'), directory);
  state.chain = await startChain(directory, 77_001);
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
  await state.chain?.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('a network is tried before it is proposed: its id, its nodes’ history, and what nobody else is called', async () => {
  const add = (more: object) => addChain(as('ann'), body(more));
  await expect(add({ chain_id: 77_002 })).rejects.toMatchObject(refusedFor(/is of the network 77001, not 77002/));
  await expect(add({ nodes: [there(), world.rpcUrl()] })).rejects.toMatchObject(refusedFor(/31337|different first/));
  await expect(add({ nodes: ['http://127.0.0.1:1/?key=secret'] })).rejects.toMatchObject(refusedFor(/^(?!.*secret)/));
  await expect(add({ test: false, nodes: [there()] })).rejects.toMatchObject(refusedFor(/two nodes/));
  const oneHost = [`${there()}/a`, `${there().replace('127.0.0.1', 'localhost')}/b`];
  await expect(add({ test: false, nodes: [`${there()}/a`, `${there()}/b`] })).rejects.toMatchObject(
    refusedFor(/different hosts/),
  );
  await expect(add({ test: false, nodes: oneHost, public_node: oneHost[0] })).rejects.toMatchObject(
    refusedFor(/different hosts/),
  );
  await expect(add({ key: 'mainnet' })).rejects.toMatchObject(refusedFor(/word of its own/));
  await expect(add({ key: 'base' })).rejects.toMatchObject({ code: 'chain_known' });
  await expect(addChain(as('support'), body())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(addChain(as('unproved'), body())).rejects.toMatchObject({ code: 'step_up_required' });
  await expect(addChain(world.member('owner'), body())).rejects.toMatchObject({ code: 'forbidden' });
  expect(await viewChains(as('support'))).toEqual([]);
});

test('it counts once a second operator agrees, and only once; what waits can be taken back, and what is listed cannot', async () => {
  const both = await Promise.allSettled([addChain(as('ann'), body()), addChain(as('ben'), body())]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await dropChain(as('ben'), 'meadow');
  const proposed = await addChain(as('ann'), body());
  expect(proposed).toMatchObject({ status: 'waiting', node_hosts: [new URL(there()).host, new URL(there()).host] });
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
});

/** Claims with a wallet, and answers the id of the network that it was sent on. */
async function sendClaim(token: string): Promise<number> {
  const { address, privateKey } = demoAccount('customer');
  const { transfer } = await claimPayout(world.claimant(), token, { address });
  const wallet = createWalletClient({ account: privateKeyToAccount(privateKey), transport: http(there()) });
  await wallet.sendTransaction({ chain: null, to: hex(transfer.to), data: hex(transfer.data), gas: 300_000n });
  return transfer.chainId;
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
  await mine(there(), 4);
  await workers.start({ DATABASE_URL: world.database.url });
  await expect.poll(status).toBe('completed');
  const paidFor = await world.database.sql`
    select amount::text from entries join postings on postings.id = posting_id where payout_id = ${id} and debit = 'paid'`;
  expect(paidFor).toEqual([{ amount: '24500000' }]);
});
