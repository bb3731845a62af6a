import { getTableColumns, is, SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

/**
 * Inserts many rows, given as one value of the statement: that costs the driver and the server a third of a value for each
 * column. What all rows leave out has the column's default. `computed` is said in SQL, by the name of its field; `r` is the row.
 */
export function insertSet<T extends PgTable>(
  table: T,
  rows: readonly T['$inferInsert'][],
  computed: Record<string, SQL> = {},
): SQL {
  const given = new Set([...rows.flatMap(keysOf), ...Object.keys(computed)]);
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => given.has(key));
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const values = columns.map(([key, column]) => computed[key] ?? orDefault(column));
  return sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(values, sql`, `)} from ${recordsOf(table, rows)}`;
}

/** The rows as a table that is named `r`, such as to update from: `tx.update(table).set({ name: fieldOf(table.name) }).from(…)`. */
export function recordsOf<T extends PgTable>(table: T, rows: readonly T['$inferInsert'][]): SQL {
  const columns = Object.entries(getTableColumns(table));
  const records = rows.map((row) => byColumn(columns, row));
  return sql`jsonb_populate_recordset(null::${table}, ${JSON.stringify(records, inText)}::jsonb) r`;
}

/** What a field of such a row is. */
export function fieldOf(column: PgColumn): SQL {
  return sql`r.${sql.identifier(column.name)}`;
}

function keysOf(row: object): string[] {
  return Object.entries(row).flatMap(([key, value]) => (value === undefined ? [] : key));
}

function byColumn(columns: readonly [key: string, column: PgColumn][], row: object): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(row));
  return Object.fromEntries(
    columns.map(([key, column]) => {
      const value = given.get(key);
      return [column.name, value === undefined && !is(column.default, SQL) ? column.default : value];
    }),
  );
}

function orDefault(column: PgColumn): SQL {
  const field = fieldOf(column);
  return is(column.default, SQL) ? sql`coalesce(${field}, ${column.default})` : field;
}

function inText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
