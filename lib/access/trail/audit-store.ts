import { and, asc, desc, eq, gte, inArray, lt, lte, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { auditHeads, auditLines, auditMark, auditSeals, identities } from '@/db/schema';
import type { IdentityKind } from '@/db/vocabulary/people';
import type { HashedLine } from './chain';

/** All SQL about the audit: reading its lines, and the chain that seals them. */

/** A line as it is hashed: every fact as one text, the JSON in the database's own canonical form. */
const hashedColumns = {
  id: auditLines.id,
  merchantId: auditLines.merchantId,
  createdAtMs: sql<string>`(extract(epoch from ${auditLines.createdAt}) * 1000)::bigint::text`,
  actorKind: auditLines.actorKind,
  actorId: auditLines.actorId,
  action: auditLines.action,
  subjectId: auditLines.subjectId,
  originAddress: auditLines.originAddress,
  userAgent: auditLines.userAgent,
  before: sql<string | null>`${auditLines.before}::text`,
  after: sql<string | null>`${auditLines.after}::text`,
  detail: sql<string>`${auditLines.detail}::text`,
} as const;

// Sealing

/**
 * The next lines to seal, by writing transaction and id, and only such whose writers, and all before them, have surely
 * ended: no line can still appear before one that is sealed. Holds the mark until the transaction ends.
 */
export async function takeUnsealed(
  tx: Tx,
  limit: number,
): Promise<(HashedLine & { merchantId: string; writtenIn: bigint })[]> {
  const mark = await lockMark(tx, 'audit_lines');
  return tx
    .select({ ...hashedColumns, writtenIn: auditLines.writtenIn })
    .from(auditLines)
    .where(isFinishedAfter(mark, auditLines))
    .orderBy(asc(auditLines.writtenIn), asc(auditLines.id))
    .limit(limit);
}

/** Of which lines a mark says how far they are sealed. */
export type Marked = 'audit_lines' | 'operator_lines';
type Mark = { writtenIn: bigint; lineId: bigint };

/** Holds how far the lines are sealed until the transaction ends. */
export async function lockMark(tx: Tx, key: Marked): Promise<Mark> {
  const [mark] = await tx.select().from(auditMark).where(eq(auditMark.key, key)).for('update');
  if (!mark) throw new Error('The audit has no mark: the migrations are not complete');
  const [now] = await tx.execute<{ horizon: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`,
  );
  if (now && mark.writtenIn > BigInt(now.horizon)) {
    throw new Error(
      'The audit comes from another database cluster (a restore?): see "Restoring a backup" in the runbook',
    );
  }
  return mark;
}

/** A line behind the mark whose writer, and every one before it, has surely ended. */
export function isFinishedAfter(mark: Mark, { writtenIn, id }: { writtenIn: SQLWrapper; id: SQLWrapper }) {
  return and(
    sql`(${writtenIn}, ${id}) > (${mark.writtenIn.toString()}::bigint, ${mark.lineId.toString()}::bigint)`,
    sql`${writtenIn} < pg_snapshot_xmin(pg_current_snapshot())::text::bigint`,
  );
}

export async function moveMark(tx: Tx, key: Marked, { writtenIn, lineId }: Mark): Promise<void> {
  await tx.update(auditMark).set({ writtenIn, lineId }).where(eq(auditMark.key, key));
}

export async function selectHeads(db: Queryable, merchantIds?: string[]) {
  return db
    .select()
    .from(auditHeads)
    .where(merchantIds ? inArray(auditHeads.merchantId, merchantIds) : undefined)
    .orderBy(asc(auditHeads.merchantId));
}

export async function insertSeals(tx: Tx, rows: (typeof auditSeals.$inferInsert)[]): Promise<void> {
  await tx.insert(auditSeals).values(rows);
}

export async function putHeads(tx: Tx, rows: (typeof auditHeads.$inferInsert)[]): Promise<void> {
  await tx
    .insert(auditHeads)
    .values(rows)
    .onConflictDoUpdate({
      target: auditHeads.merchantId,
      set: { sequence: sql`excluded.sequence`, hash: sql`excluded.hash` },
    });
}

// Verifying

export async function selectSealedMerchants(db: Queryable): Promise<string[]> {
  const rows = await db.execute<{ merchant_id: string }>(
    sql`select merchant_id from audit_heads union select distinct merchant_id from audit_seals order by 1`,
  );
  return rows.map((row) => row.merchant_id);
}

/** One stretch of a merchant's chain, each seal with its line, or null where the line is gone. */
export async function selectChain(db: Queryable, merchantId: string, after: bigint, limit: number) {
  return db
    .select({ seal: auditSeals, line: hashedColumns })
    .from(auditSeals)
    .leftJoin(auditLines, eq(auditLines.id, auditSeals.lineId))
    .where(and(eq(auditSeals.merchantId, merchantId), sql`${auditSeals.sequence} > ${after.toString()}::bigint`))
    .orderBy(asc(auditSeals.sequence))
    .limit(limit);
}

export type Unsealed = { id: string; merchantId: string };

/** Lines without a seal that should have one: behind the mark, or written before a moment. */
export async function selectOverdue(db: Queryable, before: Date, limit: number): Promise<Unsealed[]> {
  const rows = await db.execute<{ id: string; merchant_id: string }>(sql`
    select line.id::text as id, line.merchant_id from audit_lines line
    left join audit_seals seal on seal.line_id = line.id
    left join audit_mark mark on mark.key = 'audit_lines'
    where seal.line_id is null
      and ((line.written_in, line.id) <= (mark.written_in, mark.line_id) or line.created_at < ${before.toISOString()}::timestamptz)
    order by line.id limit ${limit}`);
  return rows.map((row) => ({ id: row.id, merchantId: row.merchant_id }));
}

// Reading

export type AuditFilter = {
  merchantId: string;
  action?: string;
  actor?: string;
  subject?: string;
  from?: Date;
  until?: Date;
};

/** People and keys go by ids, which have an index of their own; jobs by their names. */
function isBy(actor: string): SQL | undefined {
  const isJob = !/^[a-z]+_[0-9a-z]+$/.test(actor);
  return and(eq(auditLines.actorId, actor), isJob ? undefined : ne(auditLines.actorKind, 'system'));
}

/**
 * A merchant's lines, the newest first, from below `after`: by id, and within a range of time by their times, since an index leads
 * there however long ago that is.
 */
export function selectLines(db: Queryable, filter: AuditFilter, after: bigint | null, limit: number) {
  const { merchantId, action, actor, subject, from, until } = filter;
  const isTimed = from !== undefined || until !== undefined;
  return db
    .select({ line: auditLines, seal: { sequence: auditSeals.sequence, hash: auditSeals.hash } })
    .from(auditLines)
    .leftJoin(auditSeals, eq(auditSeals.lineId, auditLines.id))
    .where(
      and(
        eq(auditLines.merchantId, merchantId),
        after === null ? undefined : isTimed ? isEarlierThan(merchantId, after) : lt(auditLines.id, after),
        action ? eq(auditLines.action, action) : undefined,
        actor ? isBy(actor) : undefined,
        subject ? eq(auditLines.subjectId, subject) : undefined,
        from ? gte(auditLines.createdAt, from) : undefined,
        until ? lte(auditLines.createdAt, until) : undefined,
      ),
    )
    .orderBy(...(isTimed ? [desc(auditLines.createdAt)] : []), desc(auditLines.id))
    .limit(limit);
}

/** Than the line that a page ended with. */
function isEarlierThan(merchantId: string, after: bigint): SQL {
  const id = sql`${after.toString()}::bigint`;
  return sql`(${auditLines.createdAt}, ${auditLines.id}) < ((
    select created_at from audit_lines last where merchant_id = ${merchantId} and id <= ${id} order by id desc limit 1), ${id})`;
}

/** What the people among these actors sign in with. */
export async function selectNames(db: Queryable, userIds: string[]) {
  const rows: { userId: string; kind: IdentityKind; value: string }[] = await db
    .select({ userId: identities.userId, kind: identities.kind, value: identities.value })
    .from(identities)
    .where(inArray(identities.userId, userIds))
    .orderBy(asc(identities.createdAt));
  return rows;
}

/** The actions that a merchant's lines speak of, for choosing one. Walks the index from word to word. */
export async function selectActions(db: Database, merchantId: string): Promise<string[]> {
  const rows = await db.execute<{ action: string }>(sql`
    with recursive words as (
      (select action from audit_lines where merchant_id = ${merchantId} order by action limit 1)
      union all
      select (select action from audit_lines where merchant_id = ${merchantId} and action > words.action
        order by action limit 1) from words where words.action is not null
    ) select action from words where action is not null`);
  return rows.map((row) => row.action);
}
