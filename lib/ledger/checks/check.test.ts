import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { assets, balances, merchants } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { balanceOf } from '@/lib/ledger/balance';
import { post } from '@/lib/ledger/post';
import type { Promised, PromisesOf } from '@/lib/ledger/promise';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { checkLedger, checkMerchant } from './check';
import { checkDueBooks } from './check-books';
import { findCheck } from './check-store';

const database = testDatabase();
const [right, wrong, without] = [newId('merchant'), newId('merchant'), newId('merchant')];
const asset = { chain: 'local', symbol: 'USDT' } as const;
const ctx = (): Context => ({
  ...{ db: database.db, clock: systemClock, requestId: 'r' },
  actor: { kind: 'system', job: 'test' },
});

beforeAll(async () => {
  const { db } = database;
  await db.insert(merchants).values([right, wrong, without].map((id) => ({ id, name: id })));
  const lines = [{ credit: 'external' as const, debit: 'available' as const, amount: 5_000_000n }];
  for (const merchantId of [right, wrong]) {
    const subject = { kind: 'vault' as const, id: merchantId };
    const posting = { merchantId, ...asset, kind: 'deposit' as const, subject, log: null, lines, now: new Date() };
    await db.transaction((tx) => post(tx, posting));
  }
  // Only what is older than every running transaction is rolled up, and other tests share the server.
  const rolledUp = async () => {
    await rollUpBalances(ctx());
    expect(await db.$count(balances)).toBe(4);
  };
  await vi.waitFor(rolledUp, { timeout: 30_000 });
});

test('a check of all books names whose are wrong, and each merchant’s page says what it found', async () => {
  const { db } = database;
  expect(await checkLedger(ctx())).toEqual({ accounts: 4, faults: [] });
  const ofWrong = and(eq(balances.merchantId, wrong), eq(balances.account, 'available'));
  await db.update(balances).set({ amount: 4_000_000n }).where(ofWrong);
  const { faults } = await checkLedger(ctx());
  expect(faults).toEqual([
    expect.objectContaining({ merchantId: wrong, kind: 'sum', account: 'available', booked: '4.00', expected: '5.00' }),
    expect.objectContaining({ merchantId: wrong, kind: 'total', booked: '-1.00', expected: '0.00' }),
  ]);
  expect(await findCheck(db, right)).toMatchObject({ accounts: 2, faults: [] });
  expect((await findCheck(db, wrong))?.faults).toHaveLength(2);
  expect(await findCheck(db, without)).toBeNull();
});

test('what the command has just checked is not due for the worker', async () => {
  await checkLedger(ctx());
  expect(await checkDueBooks(ctx())).toBe(false);
});

test('what is set aside must be what all subjects of an account have promised together', async () => {
  const { db } = database;
  const merchantId = newId('merchant');
  await db.insert(merchants).values({ id: merchantId, name: 'Promises' });
  const lines = [{ credit: 'available' as const, debit: 'committed' as const, amount: 3_000_000n }];
  const subject = { kind: 'vault' as const, id: merchantId };
  const posting = { merchantId, ...asset, kind: 'deposit' as const, subject, log: null, lines, now: new Date() };
  await db.transaction((tx) => post(tx, posting));
  const saying = (...open: Promised[]): PromisesOf => ({
    accounts: ['committed'],
    selectOpen: async () => open,
    selectMerchants: async () => [],
  });
  const promised = (amount: bigint): Promised => ({ ...asset, account: 'committed', amount });
  const faultsOf = async (...subjects: PromisesOf[]) =>
    (await checkMerchant(ctx(), merchantId, Object.fromEntries(subjects.entries()))).faults.map((fault) => [
      fault.kind,
      fault.booked,
      fault.expected,
    ]);
  expect(await faultsOf(saying(promised(1_000_000n)), saying(promised(2_000_000n)))).toEqual([]);
  expect(await faultsOf(saying(promised(1_000_000n)), saying())).toEqual([['promise', '3.00', '1.00']]);
  const elsewhere = { ...promised(5_000_000n), account: 'owed' as const };
  expect(await faultsOf(saying(promised(3_000_000n), elsewhere))).toEqual([['promise', '0.00', '5.00']]);
});

test('a currency that is on no chain is posted, balanced and checked', async () => {
  const { db } = database;
  const merchantId = newId('merchant');
  const euro = { chain: null, symbol: 'EUR' };
  await db.insert(merchants).values({ id: merchantId, name: 'Euro' });
  await db.insert(assets).values({ id: 'EUR', symbol: 'EUR', decimals: 2, kind: 'currency' });
  const lines = [{ credit: 'external' as const, debit: 'available' as const, amount: 12_345n }];
  const subject = { kind: 'own_wallets' as const, id: merchantId };
  const posting = { merchantId, ...euro, kind: 'deposit' as const, subject, log: null, lines, now: new Date() };
  await db.transaction((tx) => post(tx, posting));
  expect(await balanceOf(db, merchantId, euro, 'available')).toBe(12_345n);
  const rolledUp = async () => {
    await rollUpBalances(ctx());
    expect(await db.$count(balances, eq(balances.asset, 'EUR'))).toBe(2);
  };
  await vi.waitFor(rolledUp, { timeout: 30_000 });
  expect(await balanceOf(db, merchantId, euro, 'available')).toBe(12_345n);
  expect(await checkMerchant(ctx(), merchantId)).toMatchObject({ accounts: 2, faults: [] });
  await db
    .update(balances)
    .set({ amount: 1n })
    .where(and(eq(balances.asset, 'EUR'), eq(balances.account, 'available')));
  expect((await checkMerchant(ctx(), merchantId)).faults).toEqual([
    { kind: 'sum', chain: null, asset: 'EUR', account: 'available', booked: '0.01', expected: '123.45' },
    { kind: 'total', chain: null, asset: 'EUR', account: null, booked: '-123.44', expected: '0.00' },
  ]);
});

test('an asset that the table of assets does not have is not posted', async () => {
  const merchantId = right;
  const lines = [{ credit: 'external' as const, debit: 'available' as const, amount: 1n }];
  const subject = { kind: 'vault' as const, id: merchantId };
  const unknown = { merchantId, kind: 'deposit' as const, subject, log: null, lines, now: new Date() };
  for (const asset of [
    { chain: 'local' as const, symbol: 'MOON' },
    { chain: null, symbol: 'MOON' },
    { chain: null, symbol: 'USDT' },
  ]) {
    const posted = database.db.transaction((tx) => post(tx, { ...unknown, ...asset }));
    await expect(posted).rejects.toMatchObject({ cause: { code: '23503' } });
  }
});
