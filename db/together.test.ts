import { expect, test } from 'vitest';
import { merchants } from './schema';
import { testDatabase } from './testing/database';
import { allOrEach, together } from './together';

const database = testDatabase();

/** Writes merchants in one transaction, all at once; a name that is there already is refused by the database. */
const write = (ids: readonly string[]) =>
  database.db.transaction(async (tx) => {
    await together(ids, (id) => tx.insert(merchants).values({ id, name: id, testMode: true }));
  });
const known = async () => (await database.sql`select id from merchants order by id`).map(({ id }) => id);

test('what is done together has ended, all of it, before the first failure is told', async () => {
  const ended: string[] = [];
  const after = async (turns: number) => {
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    ended.push(`after ${turns}`);
    return turns;
  };
  const failing = async (turns: number) => {
    throw new Error(`failed after ${await after(turns)}`);
  };
  const works = [() => after(50), () => failing(10), () => failing(1), () => after(30)];
  await expect(together(works, (work) => work())).rejects.toThrow('failed after 10');
  expect(ended).toEqual(['after 1', 'after 10', 'after 30', 'after 50']);
  expect(await together([21, 20], after)).toEqual([21, 20]);
});

test('what can be written is written at once, and beside one that cannot each is written by itself', async () => {
  const written: string[][] = [];
  const noted = async (ids: readonly string[]) => {
    await write(ids);
    written.push([...ids]);
  };
  await allOrEach(['mer_a', 'mer_b'], noted);
  await expect(allOrEach(['mer_c', 'mer_a', 'mer_d'], noted)).rejects.toMatchObject({ cause: { code: '23505' } });
  await allOrEach([], noted);
  expect(written).toEqual([['mer_a', 'mer_b'], ['mer_c'], ['mer_d']]);
  expect(await known()).toEqual(['mer_a', 'mer_b', 'mer_c', 'mer_d']);
});
