import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client';

/** A statement that writes `rows` rows, and what others of one whole may read of it by its name: nothing without `returning`. */
export type Part = { name: string; statement: SQL; returning?: SQL; rows: number };

/**
 * Says several statements as one: the server reads, answers and wakes us once instead of once for each. None of them sees
 * rows of another, only what that returns; foreign keys are held against all of them. Throws where one wrote fewer rows.
 */
export async function writeAsOne(tx: Tx, parts: readonly Part[]): Promise<void> {
  const named = parts.map(({ name, statement, returning = sql`1` }) => {
    return sql`${sql.identifier(name)} as (${statement} returning ${returning})`;
  });
  const counts = parts.map(({ name }) => sql`(select count(*)::int from ${sql.identifier(name)})`);
  const [written] = await tx.execute<{ counts: number[] }>(
    sql`with ${sql.join(named, sql`, `)} select array[${sql.join(counts, sql`, `)}] as counts`,
  );
  parts.forEach(({ name, rows }, index) => {
    const count = written?.counts[index];
    if (count !== rows) throw new Error(`Of the rows of ${name} ${count} were written, not ${rows}`);
  });
}
