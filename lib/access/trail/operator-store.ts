import { asc, eq, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { operatorHead, operatorLines, operatorSeals } from '@/db/schema';
import { isFinishedAfter, lockMark } from './audit-store';
import type { Head } from './chain';

/** All SQL about the chain of what operators did, which is one for the installation. */

const hashedColumns = {
  id: operatorLines.id,
  createdAtMs: sql<string>`(extract(epoch from ${operatorLines.createdAt}) * 1000)::bigint::text`,
  actorKind: operatorLines.actorKind,
  actorId: operatorLines.actorId,
  action: operatorLines.action,
  subjectId: operatorLines.subjectId,
  originAddress: operatorLines.originAddress,
  userAgent: operatorLines.userAgent,
  before: sql<string | null>`${operatorLines.before}::text`,
  after: sql<string | null>`${operatorLines.after}::text`,
  detail: sql<string>`${operatorLines.detail}::text`,
} as const;

/** As `takeUnsealed` of merchants' lines. */
export async function takeUnsealedByOperators(tx: Tx, limit: number) {
  const mark = await lockMark(tx, 'operator_lines');
  return tx
    .select({ ...hashedColumns, writtenIn: operatorLines.writtenIn })
    .from(operatorLines)
    .where(isFinishedAfter(mark, operatorLines))
    .orderBy(asc(operatorLines.writtenIn), asc(operatorLines.id))
    .limit(limit);
}

export async function findOperatorHead(db: Queryable): Promise<Head | null> {
  const [row] = await db.select({ sequence: operatorHead.sequence, hash: operatorHead.hash }).from(operatorHead);
  return row ?? null;
}

export async function insertOperatorSeals(
  tx: Tx,
  rows: (typeof operatorSeals.$inferInsert)[],
  head: Head,
): Promise<void> {
  await tx.insert(operatorSeals).values(rows);
  const row = { key: 'operator_lines', ...head };
  await tx.insert(operatorHead).values(row).onConflictDoUpdate({ target: operatorHead.key, set: head });
}

/** One stretch of the chain, each seal with its line, or null where the line is gone. */
export async function selectOperatorChain(db: Queryable, after: bigint, limit: number) {
  return db
    .select({ seal: operatorSeals, line: hashedColumns })
    .from(operatorSeals)
    .leftJoin(operatorLines, eq(operatorLines.id, operatorSeals.lineId))
    .where(sql`${operatorSeals.sequence} > ${after.toString()}::bigint`)
    .orderBy(asc(operatorSeals.sequence))
    .limit(limit);
}

/** Lines without a seal that should have one: behind the mark, or written before a moment. */
export async function selectOverdueOfOperators(db: Queryable, before: Date, limit: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select line.id::text as id from operator_lines line
    left join operator_seals seal on seal.line_id = line.id
    left join audit_mark mark on mark.key = 'operator_lines'
    where seal.line_id is null
      and ((line.written_in, line.id) <= (mark.written_in, mark.line_id) or line.created_at < ${before.toISOString()}::timestamptz)
    order by line.id limit ${limit}`);
  return rows.map(({ id }) => id);
}
