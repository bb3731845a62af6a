import { type SQL, sql } from 'drizzle-orm';
import { columnOf, type PayoutSort, type SortColumn } from './schema';

/** Columns of a payout `p` that name one of a merchant's together, so that no page ends between two that are alike. */
type Order = {
  columns: readonly SQL[];
  less: SQL;
  more: SQL;
};

/** Of a payout `p`, in units that all assets have in common: exact, as no asset has more than 36 decimals. */
export const comparableAmount = sql`((case when p.fee_payer = 'recipient' then p.gross else p.net end) * power(10::numeric, 36 - p.decimals))`;

const usual = { less: sql`<`, more: sql`>` };
const orders: Record<SortColumn, Order> = {
  created: { columns: [sql`p.id`], ...usual },
  amount: { columns: [comparableAmount, sql`p.id`], ...usual },
  status: { columns: [sql`p.status`, sql`p.id`], ...usual },
  // By bytes, as its index is.
  reference: { columns: [sql`p.reference`], less: sql`~<~`, more: sql`~>~` },
};

/** Where a page begins, exclusive, in which order, and to which side of it the page goes. */
export type Place = { sort: PayoutSort; key: readonly string[] | null; forward: boolean };

/** Whether a page goes down the ids of payouts, which tell their creation, and from where; nulls where it does not go by them. */
export function byCreation({ sort, key, forward }: Place): { falls: boolean | null; mark: string | null } {
  if (columnOf(sort) !== 'created') return { falls: null, mark: null };
  return { falls: sort.startsWith('-') === forward, mark: key?.[0] ?? null };
}

/** Whether a page goes by amounts, whose index has one order for each status. */
export function isByAmount({ sort }: Place): boolean {
  return columnOf(sort) === 'amount';
}

type WalkSql = {
  /** What rows are sorted by, named, so that a reader of the rows knows that they are in order. */
  keys: SQL;
  sorted: SQL;
  beyond: SQL;
  /** The same of rows that have these names. */
  named: { key: SQL; sorted: SQL };
};

/** A page as SQL: how its rows are sorted, and what lies beyond its beginning. One comparison of rows does both ways. */
export function walkBy({ sort, key, forward }: Place): WalkSql {
  const { columns, less, more } = orders[columnOf(sort)];
  const falls = sort.startsWith('-') === forward;
  const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);
  const sortedBy = (parts: readonly SQL[]) => list(parts.map((part) => sql`${part} using ${falls ? more : less}`));
  const names = columns.map((_, index) => sql.raw(`key_${index}`));
  const values = list(key?.map((value) => sql`${value}`) ?? []);
  return {
    keys: list(columns.map((column, index) => sql`${column} as ${names[index]}`)),
    sorted: sortedBy(columns),
    beyond: key === null ? sql`true` : sql`(${list(columns)}) ${falls ? less : more} (${values})`,
    named: { key: sql`array[${list(names.map((name) => sql`${name}::text`))}]`, sorted: sortedBy(names) },
  };
}
