import { expect, test } from 'vitest';
import { hex } from '@/lib/chains/address';
import { testWorld } from '@/lib/payouts/testing/world';
import { listAccounts } from './accounts';
import { whyNotOffered } from './offered';
import { testRelay } from './testing/relay';

const world = testWorld();
const relay = testRelay(world);
const why = () => whyNotOffered(world.database.db, 'local');
const mails = () => world.database.sql`select recipient from mails where merchant_id is null`;
const balanceOf = (address: string) => world.client().getBalance({ address: hex(address) });

/** The next look at the accounts is due. */
async function look(): Promise<void> {
  await world.database.sql`update relay_accounts set looked_at = null`;
  await relay.step();
}

test('without an account nothing is offered, and with an empty one neither; the operator is told once', async () => {
  expect(await why()).toBe('no_account');
  const { address } = await relay.add('0');
  expect(await why()).toBe('accounts_low');
  await look();
  expect(await mails()).toEqual([{ recipient: 'operator@portal.example' }]);
  await relay.fund(address, '1');
  await look();
  expect(await why()).toBeNull();
  expect(await listAccounts(world.database.db, ['local'])).toMatchObject([{ address, stop: null, open: 0 }]);
  await relay.fund(address, '0');
  await look();
  expect(await mails()).toHaveLength(2);
});

test('an account that runs low is filled up from the treasury, once, and nobody is told', async () => {
  const [low] = await listAccounts(world.database.db, ['local']);
  const before = await mails();
  const treasury = await relay.add('5', 'treasury');
  await look();
  await look();
  await world.mine(4);
  await look();
  expect(await balanceOf(low?.address ?? '')).toBeGreaterThan(0n);
  expect(await world.client().getTransactionCount({ address: hex(treasury.address) })).toBe(1);
  expect(await mails()).toEqual(before);
  expect(await why()).toBeNull();
});

test('the treasury itself sends no claims', async () => {
  await world.database.sql`update relay_accounts set stop = 'by_operator', stopped_at = now() where purpose = 'relay'`;
  const ref = await relay.order();
  await relay.step();
  expect(await relay.status(ref)).toEqual({ state: 'waiting', because: 'no_account' });
  expect(await why()).toBe('no_account');
});

test('an account whose key does not open is not offered, is told, and is offered again once it opens', async () => {
  await world.database.sql`update relay_accounts set stop = 'by_operator', stopped_at = now() where stop is null`;
  const { id } = await relay.add();
  expect(await why()).toBeNull();
  const before = (await mails()).length;
  const [kept] = await world.database.sql`select sealed_key as key from relay_accounts where id = ${id}`;
  await world.database.sql`update relay_accounts set sealed_key = 'v1.not.a.key' where id = ${id}`;
  await look();
  expect([await why(), (await mails()).length]).toEqual(['accounts_low', before + 1]);
  await world.database.sql`update relay_accounts set sealed_key = ${kept?.key}, rests_until = now() where id = ${id}`;
  await look();
  expect([await why(), (await mails()).length]).toEqual([null, before + 1]);
});
