import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { writeAsOne } from './as-one';
import { insertSet, readRow } from './as-set';
import { builtOnce } from './built-once';
import { auditLines, merchants } from './schema';
import { testDatabase } from './testing/database';

const database = testDatabase();
const merchant = (id: string) => ({ id, name: `Name of ${id}` });
const line = (merchantId: string, action: string) => ({
  ...{
    merchantId,
    actorKind: 'system' as const,
    actorId: 'test',
    action,
    subjectId: merchantId,
    createdAt: new Date(),
  },
});
const named = builtOnce((db) =>
  db
    .select({ name: merchants.name })
    .from(merchants)
    .where(eq(merchants.id, sql.placeholder('id'))),
);

test('what is written as one is there with all that belongs to it, in another table, too', async () => {
  const { db } = database;
  const lines = ['a', 'b'].map((action) => line('mer_one', action));
  await db.transaction((tx) =>
    writeAsOne(tx, [
      { name: 'made', statement: insertSet(merchants, [merchant('mer_one')]), rows: 1 },
      { name: 'audited', statement: insertSet(auditLines, lines), rows: 2 },
    ]),
  );
  expect(await db.$count(auditLines, eq(auditLines.merchantId, 'mer_one'))).toBe(2);
});

test('where one part writes less than it should, nothing of the whole is kept', async () => {
  const { db } = database;
  await db.insert(merchants).values(merchant('mer_former'));
  const again = sql`${insertSet(merchants, [merchant('mer_former')])} on conflict do nothing`;
  const written = db.transaction((tx) =>
    writeAsOne(tx, [
      { name: 'audited', statement: insertSet(auditLines, [line('mer_former', 'x')]), rows: 1 },
      { name: 'made', statement: again, rows: 1 },
    ]),
  );
  await expect(written).rejects.toThrow('Of the rows of made 0 were written, not 1');
  expect(await db.$count(auditLines, eq(auditLines.merchantId, 'mer_former'))).toBe(0);
});

test('a statement that is built once reads in each transaction what that one wrote, and nothing outside of it', async () => {
  const { db } = database;
  for (const id of ['mer_first', 'mer_second']) {
    await db.transaction(async (tx) => {
      await tx.insert(merchants).values(merchant(id));
      expect([await named(tx, { id }), await named(db, { id })]).toEqual([[{ name: `Name of ${id}` }], []]);
    });
    expect(await named(db, { id })).toEqual([{ name: `Name of ${id}` }]);
  }
});

test('a row that a set inserts and returns is the same as a select reads', async () => {
  const { db } = database;
  const [returned] = await db.execute(sql`${insertSet(merchants, [merchant('mer_read')])} returning *`);
  const [selected] = await db.select().from(merchants).where(eq(merchants.id, 'mer_read'));
  expect(readRow(merchants, returned ?? {})).toEqual(selected);
});

test('an expression with a value of its own is no part of a text that is kept', () => {
  const computed = { name: sql`${'a value'}` };
  expect(() => insertSet(merchants, [merchant('mer_x')], computed)).toThrow('has a value in it');
});
