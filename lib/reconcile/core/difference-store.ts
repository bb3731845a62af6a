import { and, count, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { differences, members, payouts } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { DifferenceStatus } from '@/db/vocabulary/differences';
import type { DifferenceReason } from '@/db/vocabulary/reasons';
import type { Reason } from '@/lib/wire/reason';

export type Difference = typeof differences.$inferSelect;
export type NewDifference = typeof differences.$inferInsert;

export type Why = Reason<DifferenceReason>;

/** What a difference is, as its row keeps it. */
export function whyColumns({ code, facts }: Why) {
  return { reasonCode: code, reasonFacts: facts };
}

/**
 * Writes a difference once. Found again, an unresolved one takes over what is known now, and is touched only if that is
 * something else; one that had gone by itself is open again; one that a person resolved stays so. True when it is new.
 */
export async function keepDifference(tx: Tx, row: NewDifference): Promise<boolean> {
  const changed = sql`(${differences.kind}, ${differences.payoutId}, ${differences.candidates}, ${differences.reasonCode},
      ${differences.reasonFacts}, ${differences.amount})
    is distinct from (excluded.kind, excluded.payout_id, excluded.candidates, excluded.reason_code,
      excluded.reason_facts, excluded.amount)`;
  const rows = await tx
    .insert(differences)
    .values(row)
    .onConflictDoUpdate({
      target: [differences.merchantId, differences.key],
      set: {
        kind: sql`excluded.kind`,
        payoutId: sql`excluded.payout_id`,
        candidates: sql`excluded.candidates`,
        reasonCode: sql`excluded.reason_code`,
        reasonFacts: sql`excluded.reason_facts`,
        amount: sql`excluded.amount`,
        postingId: sql`excluded.posting_id`,
        updatedAt: sql`excluded.updated_at`,
        status: sql`case when ${differences.status} = 'resolved' then 'open' else ${differences.status} end`,
        ...{ resolvedBy: null, resolvedAt: null },
      },
      setWhere: sql`(${differences.status} <> 'resolved' and ${changed}) or ${differences.resolvedBy} = 'gone'`,
    })
    .returning({ id: differences.id });
  return rows[0]?.id === row.id;
}

export async function selectUnresolved(db: Queryable, merchantId: string, chain: ChainKey): Promise<Difference[]> {
  return db
    .select()
    .from(differences)
    .where(
      and(eq(differences.merchantId, merchantId), eq(differences.chain, chain), ne(differences.status, 'resolved')),
    )
    .orderBy(differences.id);
}

/** How many differences are not resolved, counted up to a limit. */
export async function countUnresolved(
  db: Queryable,
  merchantId: string,
  { chain, upTo }: { chain?: ChainKey; upTo: number },
): Promise<number> {
  const few = db
    .select({ id: differences.id })
    .from(differences)
    .where(
      and(
        eq(differences.merchantId, merchantId),
        chain && eq(differences.chain, chain),
        ne(differences.status, 'resolved'),
      ),
    )
    .limit(upTo)
    .as('few');
  const [row] = await db.select({ count: count() }).from(few);
  return row?.count ?? 0;
}

export async function findDifference(db: Queryable, merchantId: string, id: string): Promise<Difference | null> {
  const [row] = await db
    .select()
    .from(differences)
    .where(and(eq(differences.merchantId, merchantId), eq(differences.id, id)));
  return row ?? null;
}

/** How the differences of these keys stand, where there are any. */
export async function selectStatuses(db: Queryable, merchantId: string, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, DifferenceStatus>();
  const rows = await db
    .select({ key: differences.key, status: differences.status })
    .from(differences)
    .where(and(eq(differences.merchantId, merchantId), inArray(differences.key, [...keys])));
  return new Map(rows.map(({ key, status }) => [key, status]));
}

/** Changes a difference that is not resolved; null for a writer who comes too late. */
export async function updateDifference(
  tx: Tx,
  { merchantId, key }: { merchantId: string; key: string },
  set: Partial<NewDifference>,
  now: Date,
): Promise<Difference | null> {
  const [row] = await tx
    .update(differences)
    .set({ ...set, updatedAt: now })
    .where(and(eq(differences.merchantId, merchantId), eq(differences.key, key), ne(differences.status, 'resolved')))
    .returning();
  return row ?? null;
}

export type DifferenceFilter = {
  merchantId: string;
  status?: DifferenceStatus | 'unresolved';
  chain?: ChainKey;
  ownerId?: string;
  olderThan?: string;
  limit: number;
};

export async function selectDifferences(db: Queryable, filter: DifferenceFilter): Promise<Difference[]> {
  const { merchantId, status, chain, ownerId, olderThan, limit } = filter;
  return db
    .select()
    .from(differences)
    .where(
      and(
        eq(differences.merchantId, merchantId),
        status === 'unresolved' ? ne(differences.status, 'resolved') : status && eq(differences.status, status),
        chain && eq(differences.chain, chain),
        ownerId !== undefined ? eq(differences.ownerId, ownerId) : undefined,
        olderThan !== undefined ? lt(differences.id, olderThan) : undefined,
      ),
    )
    .orderBy(desc(differences.id))
    .limit(limit);
}

export async function selectByIds(db: Queryable, merchantId: string, ids: readonly string[]): Promise<Difference[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(differences)
    .where(and(eq(differences.merchantId, merchantId), inArray(differences.id, [...ids])))
    .orderBy(desc(differences.id));
}

export async function isMember(db: Queryable, merchantId: string, userId: string): Promise<boolean> {
  const rows = await db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.merchantId, merchantId), eq(members.userId, userId)));
  return rows.length > 0;
}

/** The owner of the account who is with it longest: a difference always has a person who answers for it. */
export async function findFirstOwner(db: Queryable, merchantId: string): Promise<string | null> {
  const [row] = await db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.merchantId, merchantId), eq(members.role, 'owner')))
    .orderBy(members.createdAt, members.userId)
    .limit(1);
  return row?.userId ?? null;
}

/** References of payouts, to show beside their ids. */
export async function selectReferences(db: Queryable, merchantId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: payouts.id,
      reference: payouts.reference,
      status: payouts.status,
      net: payouts.net,
      decimals: payouts.decimals,
      symbol: payouts.symbol,
      createdAt: payouts.createdAt,
    })
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), inArray(payouts.id, [...ids])));
}
