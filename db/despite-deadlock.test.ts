import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { merchants } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { makeMerchant } from '@/lib/webhooks/testing/fixtures';
import { despiteDeadlock } from './despite-deadlock';

const database = testDatabase();

test('of two transactions that lock each other out, one is ended and run again, and both are done', async () => {
  const one = await makeMerchant(database.db);
  const two = await makeMerchant(database.db);
  const begun = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  const met = Promise.all(begun.map((side) => side.promise));
  const runs = [0, 0];
  const crosswise = (side: 0 | 1, first: string, second: string) =>
    despiteDeadlock(() =>
      database.db.transaction(async (tx) => {
        runs[side] = (runs[side] ?? 0) + 1;
        const name = (id: string) =>
          tx
            .update(merchants)
            .set({ name: `by ${side}` })
            .where(eq(merchants.id, id));
        await name(first);
        begun[side].resolve();
        await met;
        await name(second);
      }),
    );
  await Promise.all([crosswise(0, one, two), crosswise(1, two, one)]);
  // The one that is run again may meet the other once more, so how often is not said.
  expect(runs.every((count) => count >= 1)).toBe(true);
  expect(runs.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2);
});

test('what fails for another reason is not run again', async () => {
  const state = { runs: 0 };
  const work = async () => {
    state.runs += 1;
    throw new Error('no');
  };
  await expect(despiteDeadlock(work)).rejects.toThrow('no');
  expect(state.runs).toBe(1);
});
