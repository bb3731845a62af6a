import { createWalletClient, http, parseGwei } from 'viem';
import { foundry } from 'viem/chains';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hex } from '@/lib/chains/address';
import { testWorld } from '@/lib/payouts/testing/world';
import type { RelayAccount } from './account-store';
import { startAccount, stopAccount } from './accounts';
import { fickleNode, type Mood } from './testing/fickle-node';
import { testRelay } from './testing/relay';

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
const accounts: RelayAccount[] = [];
const account = () => accounts.at(-1) ?? expect.unreachable();
const { order, status, versionsOf, goOn } = relay;
const mined = { state: 'mined', final: true, success: true };
const waits = { timeout: 60_000, interval: 5 };

beforeAll(async () => {
  accounts.push(await relay.add());
});
beforeEach(async () => {
  await baseFee('1');
  await world.mine();
});
afterAll(() => node().close());

const nonceOf = ({ address }: RelayAccount) => world.client().getTransactionCount({ address: hex(address) });
const baseFee = (gwei: string) => world.rpc('anvil_setNextBlockBaseFeePerGas', [`0x${parseGwei(gwei).toString(16)}`]);

test('its nonce and its bytes are written down before a node hears of it', async () => {
  const heard: unknown[] = [];
  const ref = await order();
  node().onSent(async () => {
    heard.push(
      ...(await world.database.sql`
      select status, nonce, raw from relay_sends join relay_versions on send_id = id where id = ${ref}`),
    );
  });
  await relay.step();
  node().onSent(async () => {});
  expect(heard).toEqual([{ status: 'signed', nonce: expect.anything(), raw: expect.stringMatching(/^0x02/) }]);
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
});

test.each(['takes_and_refuses', 'forgets', 'refuses', 'hangs_up'] as const satisfies Mood[])(
  'a node that %s what it is given gets the same bytes again, and one nonce is used',
  async (mood) => {
    const before = await nonceOf(account());
    const ref = await order();
    node().be(mood);
    await relay.step();
    node().be('honest');
    await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
    expect(await versionsOf(ref)).toMatchObject([{ kind: 'call' }]);
    expect(await nonceOf(account())).toBe(before + 1);
  },
);

test('what the base fee left behind offers an eighth more, both fees, and gets through', async () => {
  const ref = await order();
  await relay.step();
  await baseFee('20');
  await world.mine();
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
  const versions = await versionsOf(ref);
  expect(versions.length).toBeGreaterThan(1);
  const [first, second] = versions.map(({ fee, tip }) => ({ fee: BigInt(fee), tip: BigInt(tip) }));
  expect(second?.fee).toBeGreaterThanOrEqual(((first?.fee ?? 0n) * 9n) / 8n);
  expect(second?.tip).toBeGreaterThanOrEqual(((first?.tip ?? 0n) * 9n) / 8n);
  expect(new Set(versions.map(({ kind }) => kind))).toEqual(new Set(['call']));
});

test('what a node took and blocks pass over offers more under its nonce', async () => {
  const before = await nonceOf(account());
  const ref = await order();
  await relay.step();
  await world.rpc('anvil_dropAllTransactions');
  await world.passTime(20);
  await world.mine();
  await relay.step();
  expect(await versionsOf(ref)).toMatchObject([{ kind: 'call' }, { kind: 'call' }]);
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
  expect(await nonceOf(account())).toBe(before + 1);
});

test('a node that takes nothing, and a chain that makes no blocks, raise no offer', async () => {
  const [untaken, unmined] = [await order(), await order()];
  node().be('refuses');
  await relay.step();
  await world.passTime(40);
  await world.mine();
  await relay.step();
  expect(await versionsOf(untaken)).toHaveLength(1);
  node().be('honest');
  await world.passTime(10);
  await relay.step();
  await world.passTime(40);
  await relay.step();
  await relay.step();
  expect(await versionsOf(unmined)).toHaveLength(1);
  await expect.poll(() => goOn(unmined), waits).toMatchObject(mined);
});

test('nothing is sent above the ceiling, and it says so and goes on once it is below', async () => {
  await baseFee('250');
  await world.mine();
  const ref = await order();
  await relay.step();
  expect(await status(ref)).toEqual({ state: 'waiting', because: 'gas_too_dear' });
  expect(await versionsOf(ref)).toHaveLength(0);
  await baseFee('1');
  await world.mine();
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
});

test('what waits above the ceiling until its time is over was never signed, and is void at once', async () => {
  await baseFee('250');
  await world.mine();
  const ref = await order(60);
  await world.passTime(60);
  await relay.step();
  expect(await status(ref)).toMatchObject({ state: 'void' });
  expect(await versionsOf(ref)).toHaveLength(0);
});

test('what is in no block when its time is over has its nonce used up, and is void once that is final', async () => {
  const before = await nonceOf(account());
  const ref = await order(60);
  node().be('refuses');
  await relay.step();
  await world.passTime(70);
  await world.mine();
  await relay.step();
  node().be('honest');
  await world.passTime(10);
  await relay.step();
  await world.mine();
  await relay.step();
  expect(await status(ref)).toEqual({ state: 'sent', hash: null });
  await world.mine(4);
  await relay.step();
  expect(await status(ref)).toMatchObject({ state: 'void', cost: expect.any(BigInt) });
  expect(await versionsOf(ref)).toMatchObject([{ kind: 'call' }, { kind: 'fill' }]);
  expect(await nonceOf(account())).toBe(before + 1);
});

test('what a reorganisation took out of its block is sent again, in the same bytes', async () => {
  const ref = await order();
  await relay.step();
  await world.mine();
  await relay.step();
  expect(await status(ref)).toMatchObject({ state: 'mined', final: false });
  await world.rpc('anvil_reorg', [1, []]);
  await world.rpc('anvil_dropAllTransactions');
  await relay.step();
  expect(await status(ref)).toMatchObject({ state: 'sent' });
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
  expect(await versionsOf(ref)).toHaveLength(1);
});

test('what the chain took back after it was final is sent again, and what follows it, too', async () => {
  const [first, second] = [await order(), await order()];
  await relay.drive();
  expect(await status(first)).toMatchObject(mined);
  await world.rpc('anvil_reorg', [5, []]);
  await world.rpc('anvil_dropAllTransactions');
  await relay.step();
  const third = await order();
  await expect.poll(() => goOn(third), waits).toMatchObject(mined);
  expect([await status(first), await status(second)]).toMatchObject([mined, mined]);
});

test('two workers at one time give each call one nonce and leave no gap', async () => {
  accounts.push(await relay.add());
  const before = await Promise.all(accounts.map(nonceOf));
  const refs = await Promise.all(Array.from({ length: 12 }, () => order()));
  await Promise.all([relay.step(), relay.step(), relay.step()]);
  await expect.poll(() => Promise.all(refs.map(goOn)), waits).toMatchObject(refs.map(() => mined));
  const used = await Promise.all(accounts.map(nonceOf));
  const count = (nonces: number[]) => nonces.reduce((sum, nonce) => sum + nonce, 0);
  expect(count(used) - count(before)).toBe(12);
});

test('a key that something else uses stops its account, and what it held back is void only on proof', async () => {
  const ref = await order(60);
  node().be('refuses');
  await relay.step();
  const [row] = await world.database.sql`select account_id, nonce from relay_sends where id = ${ref}`;
  const thief = createWalletClient({
    ...{ account: await relay.keyOf(row?.account_id), chain: foundry, transport: http(world.rpcUrl()) },
  });
  await thief.sendTransaction({ to: thief.account.address, value: 1n, nonce: Number(row?.nonce) });
  await world.mine(4);
  await relay.step();
  expect(await status(ref)).toMatchObject({ state: 'sent' });
  node().be('honest');
  await world.passTime(70);
  await expect.poll(() => goOn(ref), waits).toMatchObject({ state: 'void' });
  const [stopped] = await world.database.sql`select stop, address from relay_accounts where id = ${row?.account_id}`;
  expect(stopped?.stop).toBe('key_used_elsewhere');
  await startAccount(world.system(), stopped?.address);
});

test('a stopped account takes nothing more and ends what is on its way', async () => {
  const [first, second] = accounts;
  await stopAccount(world.system(), second?.address ?? '');
  const ref = await order();
  await relay.step();
  await stopAccount(world.system(), first?.address ?? '');
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
  const late = await order();
  await relay.step();
  expect(await status(late)).toEqual({ state: 'waiting', because: 'no_account' });
});

test('an account whose key does not open keeps no other from sending', async () => {
  const broken = await relay.add();
  await relay.add();
  node().be('forgets');
  const stuck = await Promise.all(Array.from({ length: 4 }, () => order()));
  await relay.step();
  node().be('honest');
  await world.database.sql`update relay_accounts set sealed_key = 'v1.not.a.key' where id = ${broken.id}`;
  await world.passTime(20);
  await baseFee('40');
  await world.mine();
  const refs = await Promise.all(Array.from({ length: 4 }, () => order()));
  await Promise.all(refs.map((ref) => expect.poll(() => goOn(ref), waits).toMatchObject(mined)));
  const rows = await world.database.sql`select account_id = ${broken.id} as is_broken, final_at is not null as is_over
    from relay_sends where id in ${world.database.sql(stuck)}`;
  expect(rows).toContainEqual({ is_broken: true, is_over: false });
  expect(rows.filter((row) => !row.is_broken && !row.is_over)).toEqual([]);
});
