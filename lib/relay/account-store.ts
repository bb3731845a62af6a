import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { relayAccounts, relaySends, relayVersions } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { RelayStop } from '@/db/vocabulary/relay';

export type RelayAccount = typeof relayAccounts.$inferSelect;
export type NewRelayAccount = typeof relayAccounts.$inferInsert;

/** An account with what its sends that are not over may still cost it, at their newest prices. */
export type BusyAccount = RelayAccount & { open: number; reserved: bigint };

export async function insertAccount(tx: Tx, row: NewRelayAccount): Promise<void> {
  await tx.insert(relayAccounts).values(row);
}

/** All accounts, or those of one chain, oldest first. */
export async function selectAccounts(db: Queryable, chain?: ChainKey): Promise<RelayAccount[]> {
  return db
    .select()
    .from(relayAccounts)
    .where(chain && eq(relayAccounts.chain, chain))
    .orderBy(asc(relayAccounts.chain), asc(relayAccounts.id));
}

/** The accounts of a chain with what is on its way from each. */
export async function selectBusyAccounts(db: Queryable, chain: ChainKey): Promise<BusyAccount[]> {
  const newest = sql`(select max(max_fee) from ${relayVersions} v where v.send_id = ${relaySends.id})`;
  const rows = await db
    .select({
      account: relayAccounts,
      open: sql<number>`count(${relaySends.id})::int`,
      reserved: sql<string>`coalesce(sum(${relaySends.gas} * ${newest} + ${relaySends.value}), 0)::text`,
    })
    .from(relayAccounts)
    .leftJoin(
      relaySends,
      and(
        eq(relaySends.accountId, relayAccounts.id),
        sql`${relaySends.status} in ('signed', 'sent')`,
        isNull(relaySends.finalAt),
      ),
    )
    .where(eq(relayAccounts.chain, chain))
    .groupBy(relayAccounts.id)
    .orderBy(asc(relayAccounts.id));
  return rows.map(({ account, open, reserved }) => ({ ...account, open, reserved: BigInt(reserved) }));
}

/** Nobody else takes a nonce of this account until the transaction ends. */
export async function lockAccount(tx: Tx, id: string): Promise<RelayAccount | null> {
  const [row] = await tx.select().from(relayAccounts).where(eq(relayAccounts.id, id)).for('update');
  return row ?? null;
}

/** Whether it is given something new to send. */
export function mayTake({ stop, restCode }: Pick<RelayAccount, 'stop' | 'restCode'>): boolean {
  return stop === null && restCode === null;
}

/** Only under the account's lock. */
export async function saveNextNonce(tx: Tx, { id, nextNonce }: RelayAccount): Promise<void> {
  await tx
    .update(relayAccounts)
    .set({ nextNonce: nextNonce + 1 })
    .where(eq(relayAccounts.id, id));
}

/** Moves on to a nonce that the chain has come to without us; never back. */
export async function adoptNonce(tx: Tx, id: string, nonce: number): Promise<void> {
  await tx
    .update(relayAccounts)
    .set({ nextNonce: sql`greatest(${relayAccounts.nextNonce}, ${nonce})` })
    .where(eq(relayAccounts.id, id));
}

/** False when it was stopped already. */
export async function stopNow(db: Database | Tx, id: string, stop: RelayStop, now: Date): Promise<boolean> {
  const rows = await db
    .update(relayAccounts)
    .set({ stop, stoppedAt: now })
    .where(and(eq(relayAccounts.id, id), isNull(relayAccounts.stop)))
    .returning({ id: relayAccounts.id });
  return rows.length === 1;
}

export async function endStop(tx: Tx, id: string): Promise<void> {
  await tx.update(relayAccounts).set({ stop: null, stoppedAt: null }).where(eq(relayAccounts.id, id));
}

type Look = { balance: bigint; gasPrice: bigint; lookedAt: Date };

export async function saveLook(db: Database | Tx, id: string, look: Look): Promise<void> {
  await db.update(relayAccounts).set(look).where(eq(relayAccounts.id, id));
}

/** False when the operator was told of it already; `at` null says that it is over. */
export async function saveLowTold(tx: Tx, id: string, at: Date | null): Promise<boolean> {
  const rows = await tx
    .update(relayAccounts)
    .set({ lowToldAt: at })
    .where(and(eq(relayAccounts.id, id), at ? isNull(relayAccounts.lowToldAt) : sql`low_told_at is not null`))
    .returning({ id: relayAccounts.id });
  return rows.length === 1;
}

/** Until when an account is asked for nothing new, and why; null ends it. */
type Rest = { restsUntil: Date; restCode: string } | null;

export async function saveRest(db: Database | Tx, id: string, rest: Rest): Promise<void> {
  await db
    .update(relayAccounts)
    .set(rest ?? { restsUntil: null, restCode: null })
    .where(eq(relayAccounts.id, id));
}

/** False when the operator was told after `since`. */
export async function saveRestTold(tx: Tx, id: string, now: Date, since: Date): Promise<boolean> {
  const isDue = or(isNull(relayAccounts.restToldAt), lt(relayAccounts.restToldAt, since));
  const rows = await tx
    .update(relayAccounts)
    .set({ restToldAt: now })
    .where(and(eq(relayAccounts.id, id), isDue))
    .returning({ id: relayAccounts.id });
  return rows.length === 1;
}
