import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { identities, vaults, wallets } from '@/db/schema';
import { newId } from '@/lib/kernel/ids';
import { reverseNewest } from '@/lib/ledger/reverse';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';

/** Where a reading begins, and what was paid before anybody knew the wallet. */
const world = testWorld();
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());
const now = () => world.system().clock.now();
const count = async () => (await world.database.sql`select 1 from differences where status <> 'resolved'`).length;

/** A payout by hand that this wallet pays at once, between two payments that are nobody's business. */
async function paidUnseen(from: 'admin' | 'other' | 'vault', amount: string) {
  const payee = stranger();
  await desk.pay(from, stranger(), 3n * usdt);
  const { id } = await desk.byHand(amount, payee);
  await desk.pay(from, payee, BigInt(Number(amount)) * usdt);
  await desk.pay(from, stranger(), 4n * usdt);
  return id;
}

test('a merchant without a vault who pays from what a member signs in with is asked, and not any more once the wallet has signed', async () => {
  await desk.hire();
  await desk.mint('admin');
  await desk.mint('other');
  const { sql, db } = world.database;
  const opening = { chain: 'local' as const, subject: { kind: 'vault' as const, id: world.vaultId }, log: null };
  await db.transaction((tx) => reverseNewest(tx, 'deposit', opening, now()));
  await sql`delete from vaults where id = ${world.vaultId}`;
  const identity = { kind: 'wallet' as const, value: desk.address('admin'), userId: desk.people.payer };
  await db.insert(identities).values({ ...identity, createdAt: now() });
  const id = await paidUnseen('admin', '21');
  expect(await desk.reconcile()).toMatchObject({ status: 'differences', totals: { counts: { matched: 0 } } });
  expect((await view(world, id)).status).toBe('pending');
  expect(await desk.unresolved()).toEqual(['choice 21.00']);
  const wallet = { id: newId('wallet'), merchantId: world.merchantId, address: desk.address('admin'), name: 'Proved' };
  await db.insert(wallets).values({ ...wallet, provenAt: now(), createdAt: now() });
  expect(await desk.reconcile()).toMatchObject({ status: 'green', totals: { counts: { matched: 1 } } });
  expect((await view(world, id)).status).toBe('completed');
});

test('what paid a payout before its wallet was declared is found, though those blocks are closed, and nothing else is asked about', async () => {
  const id = await paidUnseen('other', '22');
  const first = await desk.reconcile();
  expect((await view(world, id)).status).toBe('pending');
  await world.passTime(86_400);
  await world.settle();
  const declared = { id: newId('wallet'), merchantId: world.merchantId, address: desk.address('other'), name: 'Found' };
  await world.database.db.insert(wallets).values({ ...declared, provenAt: now(), createdAt: now() });
  const second = await desk.reconcile();
  expect(second).toMatchObject({ status: 'green', totals: { counts: { matched: 1 } } });
  expect(second.fromBlock).toBe((first.toBlock ?? expect.unreachable()) + 1n);
  expect((await view(world, id)).status).toBe('completed');
  expect(await count()).toBe(0);
});

test('what paid a payout out of a vault before its books were open is found, and moves nothing in them', async () => {
  const id = await paidUnseen('vault', '23');
  const [unopened] = await world.database.db
    .insert(vaults)
    .values({
      ...{ id: newId('vault'), merchantId: world.merchantId, chain: 'local', address: desk.address('vault') },
      ...{ signerAddress: desk.address('other'), signerKey: 'sealed', namespace: 1n },
      feeCollector: desk.address('feeCollector'),
    })
    .returning();
  expect(unopened?.openedBlock).toBeNull();
  await world.settle();
  const close = await desk.reconcile();
  expect(close).toMatchObject({ status: 'green', totals: { counts: { matched: 1 } } });
  expect(close.totals.assets[0]).toMatchObject({ difference: '0.00', suspense: '0.00' });
  expect((await view(world, id)).status).toBe('completed');
  expect(await count()).toBe(0);
});

test('from the day it is declared on, what leaves a wallet is asked about', async () => {
  // Blocks tell whole seconds: the next one must not be of the second in which the wallet was declared.
  await world.passTime(2);
  const hash = await desk.pay('other', stranger(), 5n * usdt);
  await desk.reconcile();
  expect(await desk.line(hash)).toMatchObject({ kind: 'unexplained', amount: String(5n * usdt) });
});
