import { getTableColumns, getTableName, is, SQL, StringChunk, sql } from 'drizzle-orm';
import { type PgColumn, PgDialect, type PgTable } from 'drizzle-orm/pg-core';

type Computed = Record<string, SQL>;
type Columns = readonly (readonly [key: string, column: PgColumn])[];
type Text = { before: string; after: string };

const none: Computed = {};
const texts = new WeakMap<Computed, Map<string, Text>>();

/**
 * Inserts many rows, given as one value of the statement: that costs the driver and the server a third of a value for each
 * column. What all rows leave out has the column's default. `computed` is said in SQL without values, by the name of its field;
 * `r` is the row. The text is built once for what is given: a constant `computed` finds it again.
 */
export function insertSet<T extends PgTable>(
  table: T,
  rows: readonly T['$inferInsert'][],
  computed: Computed = none,
): SQL {
  const given = new Set([...rows.flatMap(keysOf), ...Object.keys(computed)]);
  const columns = columnsOf(table).filter(([key]) => given.has(key));
  const { before, after } = textOf(table, columns, computed);
  return new SQL([new StringChunk(before), sql.param(recordsIn(columns, rows)), new StringChunk(after)]);
}

/** The rows as a table that is named `r`, such as to update from: `tx.update(table).set({ name: fieldOf(table.name) }).from(…)`. */
export function recordsOf<T extends PgTable>(table: T, rows: readonly T['$inferInsert'][]): SQL {
  return recordsFrom(table, sql`${recordsIn(columnsOf(table), rows)}`);
}

/** What a field of such a row is. */
export function fieldOf(column: PgColumn): SQL {
  return sql`r.${sql.identifier(column.name)}`;
}

/** A row that was returned as it is in the database, as a select of drizzle answers it. */
export function readRow<T extends PgTable>(table: T, row: Readonly<Record<string, unknown>>): T['$inferSelect'] {
  const fields = columnsOf(table).map(([key, column]) => {
    const value = row[column.name];
    return [key, value === null ? null : column.mapFromDriverValue(value)];
  });
  return Object(Object.fromEntries(fields));
}

const recordsFrom = (table: PgTable, told: SQL) => sql`jsonb_populate_recordset(null::${table}, ${told}::jsonb) r`;
const columnsOf = (table: PgTable): Columns => Object.entries(getTableColumns(table));

/** What stands before and after the rows. */
function textOf(table: PgTable, columns: Columns, computed: Computed): Text {
  const kept = texts.get(computed) ?? new Map<string, Text>();
  texts.set(computed, kept);
  const name = `${getTableName(table)} ${columns.map(([key]) => key).join()}`;
  const text = kept.get(name) ?? buildText(table, columns, computed);
  kept.set(name, text);
  return text;
}

function buildText(table: PgTable, columns: Columns, computed: Computed): Text {
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const values = columns.map(([key, column]) => computed[key] ?? orDefault(column));
  const from = recordsFrom(table, sql`${''}`);
  const { sql: text, params } = new PgDialect().sqlToQuery(
    sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(values, sql`, `)} from ${from}`,
  );
  const [before, after, ...more] = text.split('$1');
  if (before === undefined || after === undefined || more.length > 0 || params.length !== 1) {
    throw new Error(`What is computed for ${getTableName(table)} has a value in it`);
  }
  return { before, after };
}

function keysOf(row: object): string[] {
  return Object.entries(row).flatMap(([key, value]) => (value === undefined ? [] : key));
}

/** By the names of the columns; where one row has what another leaves out, that has the column's default. */
function recordsIn(columns: Columns, rows: readonly object[]): string {
  const records = rows.map((row) => {
    const given = new Map<string, unknown>(Object.entries(row));
    return Object.fromEntries(
      columns.map(([key, column]) => {
        const value = given.get(key);
        return [column.name, value === undefined && !is(column.default, SQL) ? column.default : value];
      }),
    );
  });
  return JSON.stringify(records, inText);
}

function orDefault(column: PgColumn): SQL {
  const field = fieldOf(column);
  return is(column.default, SQL) ? sql`coalesce(${field}, ${column.default})` : field;
}

function inText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
