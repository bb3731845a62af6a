import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connect, type Queryable } from './client';
import { isDatabaseFault } from './faults';
import { preparesFrequent } from './frequent';
import { leases } from './schema';
import { testDatabase } from './testing/database';

const database = testDatabase();

const options = { simple: false };
const listOf = (length: number) => Array.from({ length }, (_, index) => index);

test('a statement is prepared from the tenth time on, with what else was asked of it, and one without parameters never', () => {
  const prepare = preparesFrequent();
  const say = (values: unknown[]) => prepare(['select $1', values, options]);
  for (let time = 1; time < 10; time++) expect(say([time])).toEqual(['select $1', [time], options]);
  expect(say([10])).toEqual(['select $1', [10], { simple: false, prepare: true }]);
  for (let time = 1; time < 20; time++) expect(prepare(['select 1', [], options])).toEqual(['select 1', [], options]);
});

test('however many lists of other lengths are asked for, there is an end to what lines keep', () => {
  const prepare = preparesFrequent();
  const isPrepared = (length: number) => {
    const [, , given] = prepare([`select ${listOf(length).map((index) => `$${index}`)}`, listOf(length), options]);
    return given !== options;
  };
  for (let length = 1; length <= 500; length++) for (let time = 1; time < 20; time++) isPrepared(length);
  expect(listOf(501).filter(isPrepared)).toHaveLength(300);
});

test('a transaction that says what was prepared before a migration changed its type may be said again, and passes then', async () => {
  const { db, close } = connect(database.url, 1);
  const read = (from: Queryable) => from.select().from(leases).where(eq(leases.name, 'none'));
  for (let time = 0; time < 12; time++) await read(db);
  await database.sql.unsafe('alter table leases alter column owner type varchar(80)');
  const outcome = await db.transaction(read).catch((error: unknown) => ({ isPassing: isDatabaseFault(error) }));
  expect(outcome).toEqual({ isPassing: true });
  expect(await db.transaction(read)).toEqual([]);
  await close();
});
