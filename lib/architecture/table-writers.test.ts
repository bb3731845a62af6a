import { globSync, readFileSync } from 'node:fs';
import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import * as schema from '@/db/schema';
import { tablesWrittenIn } from './table-writers';

const tables = new Map<string, string>(
  Object.entries(schema).flatMap(([object, table]: [string, PgTable]) => {
    const name = getTableName(table);
    return [[object, name] as const, [name, name] as const];
  }),
);

test('each table is written by one room', () => {
  const files = globSync('lib/*/**/*.ts').filter((file) => !/\.test\.ts$|\/testing\/|^lib\/architecture\//.test(file));
  const writers = files.flatMap((file) => {
    const room = file.split('/')[1] ?? '';
    return tablesWrittenIn(readFileSync(file, 'utf8'), tables).map((table) => ({ table, room }));
  });
  const rooms = Map.groupBy(writers, ({ table }) => table);
  expect(rooms.size).toBeGreaterThan(40);
  const shared = [...rooms].map(
    ([table, found]) => `${table}: ${[...new Set(found.map(({ room }) => room))].join(', ')}`,
  );
  expect(shared.filter((line) => line.includes(','))).toEqual([]);
});

test.each([
  ['await tx.update(vaults).set({ openedBlock: block })', ['vaults']],
  ['await tx.execute(sql`delete from payment_holds where true`)', ['payment_holds']],
  [`with moved as (update \${events} set sequence = 1)`, ['events']],
  ['select 1 from payouts for update', []],
])('a planted write is seen: %s', (source, found) => {
  expect(tablesWrittenIn(source, tables)).toEqual(found);
});
