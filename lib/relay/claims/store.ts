import { and, asc, count, desc, eq, gt, inArray, isNotNull, lte, ne, notExists, type SQL, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { payouts, relayedClaims, transfers, vaults } from '@/db/schema';
import { byChance, turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { liveTransferStatuses } from '@/db/vocabulary/payouts';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import type { Key } from '@/lib/payouts/store';
import { isGoing } from '@/lib/stops/store';

export type RelayedClaim = typeof relayedClaims.$inferSelect;
type NewRelayedClaim = typeof relayedClaims.$inferInsert;

const ofPayout = ({ merchantId, id }: Key) =>
  and(eq(relayedClaims.merchantId, merchantId), eq(relayedClaims.payoutId, id));

/** Null, and nothing written, while one of this payout is not over. */
export async function insertRelayed(
  tx: Tx,
  payout: LockedPayout,
  row: Omit<NewRelayedClaim, 'merchantId' | 'payoutId' | 'chain'>,
): Promise<RelayedClaim | null> {
  const { merchantId, id: payoutId, chain } = payout;
  const [written] = await tx
    .insert(relayedClaims)
    .values({ ...row, merchantId, payoutId, chain })
    .onConflictDoNothing()
    .returning();
  return written ?? null;
}

/** Changes one that is still as it was read; false, and nothing written, where it is not. */
export async function updateRelayed(
  tx: Tx,
  payout: LockedPayout,
  was: RelayedClaim,
  set: Partial<NewRelayedClaim>,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(relayedClaims)
    .set({ ...set, updatedAt: now })
    .where(
      and(
        ofPayout(payout),
        eq(relayedClaims.id, was.id),
        eq(relayedClaims.status, was.status),
        sql`${relayedClaims.sendId} is not distinct from ${was.sendId}`,
      ),
    )
    .returning({ id: relayedClaims.id });
  return rows.length === 1;
}

/** The newest one of a payout, over or not. */
export async function findRelayed(db: Queryable, payout: Key): Promise<RelayedClaim | null> {
  const [row] = await db.select().from(relayedClaims).where(ofPayout(payout)).orderBy(desc(relayedClaims.id)).limit(1);
  return row ?? null;
}

const ofItsPayout = (column: SQL) => sql`(select ${column} from payouts where payouts.id = ${relayedClaims.payoutId})`;

/** Whose time has come, and that nothing stops. */
const waits = (chain: ChainKey, now: Date) =>
  and(
    ...[eq(relayedClaims.chain, chain), eq(relayedClaims.status, 'queued'), lte(relayedClaims.notBefore, now)],
    isGoing({ ...relayedClaims, rail: ofItsPayout(sql`rail`), symbol: ofItsPayout(sql`symbol`) }),
  );

/** What waits to be sent on a chain, with its payout and vault; merchants by turns, the oldest first. */
export async function selectQueued(db: Queryable, chain: ChainKey, now: Date, limit: number) {
  const next = db
    .select({ id: relayedClaims.id })
    .from(relayedClaims)
    .where(waits(chain, now))
    .orderBy(turnOf(relayedClaims.merchantId, relayedClaims.id), byChance)
    .limit(limit);
  return db
    .select({ claim: relayedClaims, payout: payouts, vault: vaults })
    .from(relayedClaims)
    .innerJoin(payouts, eq(payouts.id, relayedClaims.payoutId))
    .innerJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(inArray(relayedClaims.id, next))
    .orderBy(asc(relayedClaims.id));
}

export type Queued = Awaited<ReturnType<typeof selectQueued>>[number];

/** How many wait on a chain and since when the first of them does. */
export async function readQueue(
  db: Queryable,
  chain: ChainKey,
  now: Date,
): Promise<{ count: number; since: Date | null }> {
  const since = sql<Date | null>`min(${relayedClaims.notBefore})`.mapWith(relayedClaims.notBefore);
  const [row] = await db.select({ count: count(), since }).from(relayedClaims).where(waits(chain, now));
  return row ?? { count: 0, since: null };
}

/** The sends on a chain that claims are in. */
export async function selectSendsUnderWay(db: Queryable, chain: ChainKey): Promise<string[]> {
  const rows = await db
    .selectDistinct({ sendId: relayedClaims.sendId })
    .from(relayedClaims)
    .where(and(eq(relayedClaims.chain, chain), eq(relayedClaims.status, 'under_way')));
  return rows.flatMap(({ sendId }) => sendId ?? []);
}

/** The claims that are in a send; with a hash, only those that are not known to be about to be paid by it. */
export async function selectUnderWay(db: Queryable, sendId: string, exceptHash?: string) {
  const known = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(
      and(
        eq(transfers.payoutId, relayedClaims.payoutId),
        eq(transfers.hash, exceptHash ?? ''),
        inArray(transfers.status, [...liveTransferStatuses, 'confirmed']),
        isNotNull(transfers.seenAt),
      ),
    );
  return db
    .select({ claim: relayedClaims, payout: payouts, vault: vaults })
    .from(relayedClaims)
    .innerJoin(payouts, eq(payouts.id, relayedClaims.payoutId))
    .innerJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(
      and(
        eq(relayedClaims.sendId, sendId),
        eq(relayedClaims.status, 'under_way'),
        exceptHash === undefined ? undefined : and(ne(payouts.status, 'completed'), notExists(known)),
      ),
    )
    .orderBy(asc(relayedClaims.payoutId));
}

export type UnderWay = Awaited<ReturnType<typeof selectUnderWay>>[number];

/** A claim that was passed over was paid for, too: each try counts. */
const tries = sql<number>`coalesce(sum(1 + ${relayedClaims.skips}), 0)::int`;

async function countTries(db: Queryable, where: SQL | undefined): Promise<number> {
  const [row] = await db.select({ tries }).from(relayedClaims).where(where);
  return row?.tries ?? 0;
}

/**
 * How many were asked for since a moment, and tried again: for a merchant, by one payout's links, and to
 * one address; what another merchant has sent there uses up nothing.
 */
export async function countAsked(db: Queryable, payout: Key, recipient: string, since: Date) {
  const young = gt(relayedClaims.createdAt, since);
  const asked = sql`link_hash is not null`;
  const [merchant, link, address] = await Promise.all([
    countOfMerchant(db, payout.merchantId, since),
    countTries(db, and(ofPayout(payout), young, asked)),
    countTries(
      db,
      and(eq(relayedClaims.merchantId, payout.merchantId), eq(relayedClaims.recipient, recipient), young, asked),
    ),
  ]);
  return { merchant, link, address };
}

export async function countOfMerchant(db: Queryable, merchantId: string, since: Date): Promise<number> {
  return countTries(db, and(eq(relayedClaims.merchantId, merchantId), gt(relayedClaims.createdAt, since)));
}
