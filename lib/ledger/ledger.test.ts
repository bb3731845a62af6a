import { beforeAll, expect, test } from 'vitest';
import { merchants } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { balanceOf } from './balance';
import { checkLedger } from './checks/check';
import { type Posting, post } from './post';
import { postAgain, reverseNewest } from './reverse';
import { rollUpBalances } from './roll-up';

const database = testDatabase();
const merchantId = newId('merchant');
const asset = { chain: 'local', symbol: 'USDT' } as const;
const ctx = (): Context => ({
  db: database.db,
  clock: systemClock,
  actor: { kind: 'system', job: 'test' },
  requestId: 'r',
});
const available = () => balanceOf(database.db, merchantId, asset, 'available');

function deposit(id: string, amount: bigint): Posting {
  const lines = [{ credit: 'external' as const, debit: 'available' as const, amount }];
  return { merchantId, ...asset, kind: 'deposit', subject: { kind: 'vault', id }, log: null, lines, now: new Date() };
}

beforeAll(async () => {
  await database.db.insert(merchants).values({ id: merchantId, name: 'Demo Store' });
});

test('a thing is booked once, however often and by however many it is tried', async () => {
  const tries = Array.from({ length: 20 }, () => database.db.transaction((tx) => post(tx, deposit('log 1', 100n))));
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  expect(await available()).toBe(100n);
});

test('a balance is the same before, while and after lines are rolled up', async () => {
  const before = await available();
  await rollUpBalances(ctx());
  expect(await available()).toBe(before);
  await database.db.transaction((tx) => post(tx, deposit('log 2', 11n)));
  expect(await available()).toBe(before + 11n);
});

test('a line of a transaction that ends after a later one was rolled up is not lost', async () => {
  const before = await available();
  await database.db.transaction(async (slow) => {
    await post(slow, deposit('slow', 1n));
    await database.db.transaction((quick) => post(quick, deposit('quick', 2n)));
    await rollUpBalances(ctx());
  });
  await rollUpBalances(ctx());
  expect((await available()) - before).toBe(3n);
  expect(await checkLedger(ctx())).toMatchObject({ accounts: expect.any(Number), faults: [] });
});

test('a reversal takes back exactly what was booked, once', async () => {
  const before = await available();
  await database.db.transaction((tx) => post(tx, deposit('log 3', 40n)));
  const back = () => database.db.transaction((tx) => reverseNewest(tx, 'deposit', deposit('log 3', 40n), new Date()));
  expect([await back(), await back()]).toEqual([true, false]);
  expect(await available()).toBe(before);
});

test('what was taken back is booked once more as its next round, and what stands is not', async () => {
  const log = { blockNumber: 7n, blockHash: `0x${'b'.repeat(64)}`, hash: `0x${'c'.repeat(64)}`, logIndex: 0 };
  const again = { ...deposit('found again', 5n), log };
  const tries = [postAgain, postAgain, reverseNewest, postAgain, postAgain].map(
    (verb) => () =>
      database.db.transaction((tx) =>
        verb === reverseNewest ? verb(tx, 'deposit', again, new Date()) : postAgain(tx, again),
      ),
  );
  const done: boolean[] = [];
  for (const attempt of tries) done.push(await attempt());
  expect(done).toEqual([true, false, true, true, false]);
  expect(
    await database.sql`select round from postings where subject_id = 'found again' and hash is not null order by round`,
  ).toEqual([{ round: 1 }, { round: 2 }]);
});

test('roll-ups that run side by side wait for each other and count nothing twice', async () => {
  await Promise.all(
    Array.from({ length: 30 }, (_, index) => database.db.transaction((tx) => post(tx, deposit(`many ${index}`, 1n)))),
  );
  for (let round = 0; round < 30; round++) {
    await Promise.all(Array.from({ length: 8 }, () => rollUpBalances(ctx())));
  }
  expect(await checkLedger(ctx())).toMatchObject({ accounts: expect.any(Number), faults: [] });
});

test.each([
  'update entries set amount = 1',
  'delete from entries',
  'truncate entries cascade',
  'delete from postings',
  'delete from audit_lines',
])('the database itself refuses: %s', async (statement) => {
  await expect(database.sql.unsafe(statement)).rejects.toMatchObject({
    message: expect.stringContaining('append-only'),
  });
});

test('a line without an amount or with one side only is refused by the database', async () => {
  const [posting] = await database.sql`select id from postings limit 1`;
  const insert = (credit: string, amount: number) => database.sql`
    insert into entries (merchant_id, posting_id, chain, symbol, credit, debit, amount)
    values (${merchantId}, ${posting?.id}, 'local', 'USDT', ${credit}, 'available', ${amount})`;
  await expect(insert('external', 0)).rejects.toThrow('entries_amount_positive');
  await expect(insert('available', 5)).rejects.toThrow('entries_two_sides');
});
