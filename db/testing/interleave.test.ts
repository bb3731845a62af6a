import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from './database';
import { interleaver, sortOutcomes } from './interleave';

const database = testDatabase();
const { interleavings } = interleaver(database, 300);
const subject = async () => 'a row';
const never = () => new Promise<unknown>(() => {});

test('two verbs that stand still end with an error that names the statement, and the next two run', async () => {
  const stuck = interleavings(
    { turn: 0 },
    subject,
    (db) => db.transaction((tx) => tx.execute(sql`select 'stopped before this one'`)),
    never,
  );
  await expect(stuck.next()).rejects.toThrow(/stood still for 300 ms.*stopped before this one/s);
  const fine = interleavings(
    { turn: 0 },
    subject,
    (db) => db.execute(sql`select 1`),
    () => database.db.execute(sql`select 2`),
  );
  expect(sortOutcomes((await fine.next()).value?.outcomes ?? []).answers).toHaveLength(2);
});

test('a verb that asks the pool within its own transaction is told at which statement', async () => {
  const runs = interleavings(
    { turn: 0 },
    subject,
    (db) => db.transaction(() => db.execute(sql`select 'from the pool'`)),
    async () => undefined,
  );
  await expect(runs.next()).rejects.toMatchObject({
    cause: { message: expect.stringMatching('Within a transaction the pool was asked for another line: select') },
  });
});

test('how many statements a named verb has is found out once, and each pair is tried', async () => {
  const { interleavings: known } = interleaver(database);
  const begun: string[] = [];
  async function tries(turn: number): Promise<number> {
    const runs = known(
      { turn, first: 'ask three times' },
      subject,
      async (db) => {
        begun.push(`turn ${turn}`);
        for (const one of [1, 2, 3]) await db.execute(sql`select ${one}::int`);
      },
      async () => undefined,
    );
    let tried = 0;
    for await (const { outcomes } of runs) tried += sortOutcomes(outcomes).answers.length / 2;
    return tried;
  }
  expect([await tries(0), await tries(1), await tries(11)]).toEqual([1, 1, 1]);
  expect(begun).toEqual(['turn 0', 'turn 0', 'turn 1', 'turn 11']);
});
