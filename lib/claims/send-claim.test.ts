import { encodeFunctionData } from 'viem';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { overBudget } from '@/lib/relay/claims/budget';
import { fickleNode } from '@/lib/relay/testing/fickle-node';
import { testRelay } from '@/lib/relay/testing/relay';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { claimPayout } from './claim';
import { followTransfers } from './follow';
import { sendClaim } from './send-claim';
import { viewClaim } from './view';

const nodes: Awaited<ReturnType<typeof fickleNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await fickleNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});
const node = () => nodes[0] ?? expect.unreachable();
const relay = testRelay(world);
const customer = demoAccount('customer').address;
const other = demoAccount('other').address;
const hundredfold = `0x${'77'.repeat(20)}`;
const anyone = { recipient: { type: 'anyone' } };
const waits = { timeout: 60_000, interval: 5 };

beforeAll(async () => {
  await relay.add();
});
beforeEach(() => node().be('honest'));
afterAll(() => node().close());

const ask = (token: string, address = customer) => sendClaim(world.claimant(), token, { address });
const page = (token: string) => viewClaim(world.claimant(), token);
const rowsOf = (payoutId: string) => world.database.sql`
  select status, because, skips, cost::text, send_id from relayed_claims where payout_id = ${payoutId} order by id`;

/** Every job of the worker that has to do with it, once. */
async function work(): Promise<void> {
  await relayClaims(world.system(), 'local');
  await relay.step();
  await relayClaims(world.system(), 'local');
  await followTransfers(world.system(), 'local');
  await world.watch();
  await lapsePayouts(world.system(), 'local');
}

/** Until the next block, and all that follows from it. */
async function goOn(seconds = 3): Promise<void> {
  await world.passTime(seconds);
  await work();
  await world.mine(4);
  await work();
}

async function statusOf(id: string): Promise<string> {
  await goOn();
  return (await view(world, id)).status;
}

test('a claim that the portal sends is paid, and its holder sees each step of it', async () => {
  const payout = await world.newPayout();
  expect((await page(payout.token)).relay).toMatchObject({ offered: true, state: null });
  const asked = await ask(payout.token);
  expect(asked).toMatchObject({ status: 'pending', relay: { state: 'queued', address: customer } });
  const fee = { amount: '0.50', asset: 'USDT' };
  const estimate = { currency: 'ETH', amount: expect.stringMatching(/^0\.0*[1-9]/), final: false, fee };
  expect(asked.network_fee).toEqual(estimate);
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  expect(await ask(payout.token)).toMatchObject({ relay: { state: 'sending' } });
  await work();
  expect(await page(payout.token)).toMatchObject({
    status: 'processing',
    relay: { state: 'sent', offered: false },
    transfer: { status: 'submitted' },
  });
  await goOn();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
  expect((await page(payout.token)).relay).toMatchObject({ state: 'paid' });
  const paid = await ask(payout.token);
  expect(paid).toMatchObject({ status: 'completed', relay: { state: 'paid' } });
  const { relay: took } = await view(world, payout.id);
  expect(paid.network_fee).toEqual({ ...estimate, amount: took?.network_fee.amount, final: true });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'paid', cost: expect.stringMatching(/^[1-9]\d+$/) }]);
});

test('claims of one moment travel as one send, and bear its cost together', async () => {
  const payouts = await Promise.all(Array.from({ length: 10 }, () => world.newPayout(anyone)));
  await Promise.all(payouts.map(({ token }, index) => ask(token, index % 2 ? customer : other)));
  await goOn();
  const rows = (await Promise.all(payouts.map(({ id }) => rowsOf(id)))).flat();
  expect(rows).toMatchObject(payouts.map(() => ({ status: 'paid' })));
  expect(new Set(rows.map((row) => row.send_id)).size).toBe(1);
  expect(new Set(rows.map((row) => row.cost)).size).toBe(1);
  const [sent] = await world.database.sql`
    select cost::text, gas_used::int from relay_sends where id = ${rows[0]?.send_id}`;
  const borne = rows.reduce((sum, { cost }) => sum + BigInt(cost), 0n);
  expect(borne).toBeGreaterThanOrEqual(BigInt(sent?.cost));
  expect(borne).toBeLessThan(BigInt(sent?.cost) + 10n);
  expect(Number(sent?.gas_used) / 10).toBeLessThan(50_000);
});

test('another address is refused while one is under way, and the same one is answered', async () => {
  const payout = await world.newPayout(anyone);
  const first = await ask(payout.token);
  await expect(ask(payout.token, other)).rejects.toMatchObject({ code: 'relay_in_progress' });
  expect(await ask(payout.token)).toEqual(first);
  expect(await rowsOf(payout.id)).toHaveLength(1);
});

test('a link of one wallet sends to no other', async () => {
  const payout = await world.newPayout();
  await expect(ask(payout.token, other)).rejects.toMatchObject({ code: 'wrong_recipient' });
});

test('a payout that is cancelled while it waits is never signed', async () => {
  const payout = await world.newPayout();
  await ask(payout.token);
  expect(await cancelPayout(world.merchant(), payout.id)).toMatchObject({ status: 'cancelled' });
  await goOn();
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'ended', because: 'closed', send_id: null }]);
  const vouchers = await world.database.sql`select from vouchers where payout_id = ${payout.id}`;
  expect(vouchers).toHaveLength(0);
});

test('a payout that is cancelled once it is signed is paid or cancelled, as the chain has it', async () => {
  const [paid, unpaid] = [await world.newPayout(), await world.newPayout()];
  await ask(paid.token);
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  const cancelled = await cancelPayout(world.merchant(), paid.id);
  expect(cancelled).toMatchObject({ status: 'pending', cancellation: expect.anything() });
  await expect.poll(() => statusOf(paid.id), waits).toBe('completed');

  await ask(unpaid.token);
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  node().be('refuses');
  await relay.step();
  await cancelPayout(world.merchant(), unpaid.id);
  await world.passTime(320);
  node().be('honest');
  await expect.poll(() => statusOf(unpaid.id), waits).toBe('cancelled');
  expect((await rowsOf(unpaid.id)).map(({ status }) => status)).not.toContain('paid');
});

test('a link that is replaced while its claim waits sends nothing; its successor may ask for another address', async () => {
  const payout = await world.newPayout(anyone);
  await ask(payout.token);
  const { claim_url } = await reissueLink(world.member('owner'), payout.id);
  await goOn();
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'ended', because: 'link_replaced', send_id: null }]);
  await ask(claim_url.split('/p/')[1] ?? '', other);
  await expect.poll(() => statusOf(payout.id), waits).toBe('completed');
});

test('what the recipient claims from a wallet meanwhile is paid once, and the portal’s claim ends', async () => {
  const payout = await world.newPayout();
  await ask(payout.token);
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer });
  await world.send('customer', transfer);
  await world.mine();
  await expect.poll(() => statusOf(payout.id), waits).toBe('completed');
  await goOn(10);
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'ended', because: 'claimed_otherwise' }]);
});

test('one that is used by another claim in the same block is passed over, and the others are paid', async () => {
  const [taken, free] = [await world.newPayout(), await world.newPayout()];
  const { transfer } = await claimPayout(world.claimant(), taken.token, { address: customer });
  await Promise.all([ask(taken.token), ask(free.token)]);
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  await world.send('customer', transfer, { tipGwei: 90 });
  await relay.step();
  await world.mine();
  await expect.poll(() => statusOf(free.id), waits).toBe('completed');
  await expect.poll(() => statusOf(taken.id), waits).toBe('completed');
  await goOn(10);
  expect(await rowsOf(taken.id)).toMatchObject([{ status: 'ended', because: 'claimed_otherwise', skips: 1 }]);
});

test('a claim that its batch passes over is not told as paid, and is sent again once the vault can pay it', async () => {
  const payouts = [await world.newPayout(), await world.newPayout()];
  await Promise.all(payouts.map(({ token }) => ask(token)));
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  await world.drainVault();
  const args = [demoAccount('vault').address, 25_000_000n] as const;
  const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args });
  await world.send('admin', { to: testUsdtAddress, data });
  await world.mine();
  await relay.step();
  await relayClaims(world.system(), 'local');
  await world.mine();
  await work();
  await work();
  const pages = await Promise.all(payouts.map(({ token }) => page(token)));
  const seen = pages.map(({ status, relay: { state }, transfer }) => [status, state, transfer?.failure_code]);
  expect(seen.sort()).toEqual([
    ['pending', 'sent', 'claim_skipped'],
    ['processing', 'paid', null],
  ]);
  await world.fillVault();
  await expect
    .poll(async () => {
      await goOn(12);
      return Promise.all(payouts.map(async ({ id }) => (await view(world, id)).status));
    }, waits)
    .toEqual(['completed', 'completed']);
  expect(
    (await Promise.all(payouts.map(({ id }) => rowsOf(id))))
      .flat()
      .map(({ skips }) => skips)
      .sort(),
  ).toEqual([0, 1]);
});

test('a send that offers more keeps its payouts on their way, under the hash that counts', async () => {
  const payout = await world.newPayout();
  await ask(payout.token);
  await world.passTime(2);
  await work();
  const before = (await page(payout.token)).transfer?.hash;
  await world.rpc('anvil_setNextBlockBaseFeePerGas', [`0x${(30n * 10n ** 9n).toString(16)}`]);
  await world.mine();
  await world.passTime(3);
  await work();
  const raised = await page(payout.token);
  expect(raised).toMatchObject({ status: 'processing', transfer: { hash: expect.not.stringMatching(before ?? '') } });
  await expect.poll(() => statusOf(payout.id), waits).toBe('completed');
});

test('a send that got into no block in its time is proved void, and only then is its claim signed again', async () => {
  const payout = await world.newPayout();
  await ask(payout.token);
  await world.passTime(2);
  node().be('refuses');
  await work();
  const [first] = await rowsOf(payout.id);
  await world.passTime(320);
  await world.mine();
  node().be('honest');
  await work();
  await world.mine();
  await work();
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'under_way', send_id: first?.send_id }]);
  await expect.poll(() => statusOf(payout.id), waits).toBe('completed');
  const [last] = await rowsOf(payout.id);
  expect(last).toMatchObject({ status: 'paid', send_id: expect.not.stringMatching(first?.send_id) });
});

test('a vault that cannot pay holds its claim back, and the claim goes on once it can', async () => {
  const payout = await world.newPayout();
  await ask(payout.token);
  await world.drainVault();
  await goOn(1);
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'queued', because: 'not_payable' }]);
  await expect(ask((await world.newPayout()).token)).rejects.toMatchObject({ code: 'awaiting_funds' });
  await world.fillVault();
  await world.passTime(12);
  await expect.poll(() => statusOf(payout.id), waits).toBe('completed');
});

test('a claim that the network refuses five times ends, and its link rests for an hour', async () => {
  const payout = await world.newPayout(anyone);
  await ask(payout.token);
  node().refuseClaims(true);
  for (let turn = 0; turn < 5; turn++) await goOn(11);
  node().refuseClaims(false);
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'ended', because: 'tried_too_often', send_id: null }]);
  const refused = { code: 'relay_unavailable', facts: { extra: { reason: 'tried_too_often' } } };
  await expect(ask(payout.token)).rejects.toMatchObject(refused);
  await world.passTime(3_600);
  await ask(payout.token);
  await expect.poll(() => statusOf(payout.id), waits).toBe('completed');
});

test('a day’s budget that is used up refuses by name, and the page says so before', async () => {
  const payout = await world.newPayout(anyone);
  const asks = (count: number) => world.database.sql`
    insert into relayed_claims (id, merchant_id, payout_id, chain, recipient, link_hash, status, because, not_before, created_at, updated_at)
    select 'rl_' || ${payout.id} || n, merchant_id, id, chain, ${other.toLowerCase()}, 'a link', 'ended', 'skipped', now(), now(), now()
    from payouts, generate_series(1, ${count}) n where id = ${payout.id}`;
  await asks(19);
  expect((await page(payout.token)).relay).toMatchObject({ offered: true });
  await world.database.sql`delete from relayed_claims where payout_id = ${payout.id}`;
  await asks(20);
  expect((await page(payout.token)).relay).toMatchObject({ offered: false });
  const refused = { code: 'relay_unavailable', facts: { extra: { reason: 'link_budget' } } };
  await expect(ask(payout.token, customer)).rejects.toMatchObject(refused);
});

test('what one merchant has sent to an address uses up nothing of another merchant’s', async () => {
  const payout = await world.newPayout(anyone);
  await world.database.sql`
    insert into relayed_claims (id, merchant_id, payout_id, chain, recipient, link_hash, status, because, not_before, created_at, updated_at)
    select 'rl_' || ${payout.id} || n, merchant_id, id, chain, ${hundredfold}, 'a link', 'ended', 'closed', now(), now(), now()
    from payouts, generate_series(1, 100) n where id = ${payout.id}`;
  const asks = (merchantId: string) =>
    overBudget(world.database.db, { merchantId, id: 'po_next' }, hundredfold, world.system().clock.now());
  expect(await asks(world.merchantId)).toBe('address_budget');
  expect(await asks('mer_other')).toBeNull();
});

test('a claim that the node only answers with an error waits alone, and holds up none of the others', async () => {
  const [odd, whole] = [await world.newPayout(anyone), await world.newPayout(anyone)];
  await Promise.all([ask(odd.token, other), ask(whole.token)]);
  node().failFor(other.slice(2).toLowerCase());
  await goOn();
  expect(await rowsOf(odd.id)).toMatchObject([{ status: 'queued', because: 'node_silent' }]);
  node().failFor('');
  await expect.poll(() => statusOf(whole.id), waits).toBe('completed');
  await world.passTime(30);
  await expect.poll(() => statusOf(odd.id), waits).toBe('completed');
});

test('a network fee above the ceiling is told on the page, and nothing is queued', async () => {
  await world.rpc('anvil_setNextBlockBaseFeePerGas', [`0x${(250n * 10n ** 9n).toString(16)}`]);
  await world.mine();
  await world.database.sql`update relay_accounts set looked_at = null`;
  await relay.step();
  const payout = await world.newPayout();
  expect((await page(payout.token)).relay).toMatchObject({ offered: false, reason: 'gas_too_dear' });
  const refused = { code: 'relay_unavailable', facts: { extra: { reason: 'gas_too_dear' } } };
  await expect(ask(payout.token)).rejects.toMatchObject(refused);
  expect(await rowsOf(payout.id)).toHaveLength(0);
});
