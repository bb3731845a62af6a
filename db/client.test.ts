import { expect, test } from 'vitest';
import { connect } from './client';
import { testDatabase } from './testing/database';

const database = testDatabase();

test('a statement that takes longer than a connection has patience is ended, and the connection goes on', async () => {
  const { sql, close } = connect(database.url, 1, { statementMs: 50, idleInTransactionMs: 0 });
  await expect(sql`select pg_sleep(20)`).rejects.toMatchObject({ code: '57014' });
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await close();
});

test('a transaction in which nothing happens lets go of its locks', async () => {
  const { sql, close } = connect(database.url, 1, { statementMs: 0, idleInTransactionMs: 50 });
  const stuck = sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(99)`;
    // Answered only when the lock is free again.
    await database.sql`select pg_advisory_lock(99), pg_advisory_unlock(99)`;
    await tx`select 1`;
  });
  await expect(stuck).rejects.toThrow();
  await close();
});
