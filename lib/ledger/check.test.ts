import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { balances, merchants } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { checkLedger } from './check';
import { checkDueBooks } from './check-books';
import { findCheck } from './check-store';
import { post } from './post';
import { rollUpBalances } from './roll-up';

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
