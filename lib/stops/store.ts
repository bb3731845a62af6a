import { and, desc, eq, exists, inArray, isNotNull, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { builtOnce } from '@/db/built-once';
import type { Database, Queryable, Tx } from '@/db/client';
import { assets, merchants, payouts, relayedClaims, stops } from '@/db/schema';
import { allEnded } from '@/db/together';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { RailId } from '@/db/vocabulary/payouts';
import { knownChains } from '@/lib/chains/registry';
import { stirWord } from '@/lib/chains/stir-word';

export type Stop = typeof stops.$inferSelect;
/** Whose payout something is about, in what, on which chain and by which rail. */
export type Stoppable = { merchantId: string; chain: ChainKey; rail: RailId; symbol: string };

/** One key for all scopes: they change seldom, and what signs holds it for some milliseconds. */
const key = sql`hashtextextended('stops', 0)`;

/** What signs or sends is over, and nothing begins to, until this transaction ends. */
export async function lockStops(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${key})`);
}

/** An operator who stops or lifts waits until this transaction ends. */
function holdStops(tx: Tx) {
  return tx.execute(sql`select pg_advisory_xact_lock_shared(${key})`);
}

const isLive = isNull(stops.liftedAt);

/** The live stops that count for what these columns or values name. */
function countsFor(of: { [Key in keyof Stoppable]: SQLWrapper | string }): SQL | undefined {
  const named = or(
    eq(stops.scope, 'installation'),
    sql`${stops.chain} = ${of.chain}`,
    sql`${stops.rail} = ${of.rail}`,
    sql`${stops.merchantId} = ${of.merchantId}`,
    sql`${stops.asset} = ${of.chain}::text || ':' || ${of.symbol}`,
  );
  return and(isLive, named);
}

/** A condition for what waits: nothing stops it. It only spares looks; who signs asks under the lock, too. */
export function isGoing(of: { [Key in keyof Stoppable]: SQLWrapper }): SQL {
  return sql`not exists (select from ${stops} where ${countsFor(of)})`;
}

/** The oldest stop that counts for it. Without a lock: good for showing, not for deciding. */
export async function findStop(db: Queryable, of: Stoppable): Promise<Stop | null> {
  const [row] = await db.select().from(stops).where(countsFor(of)).orderBy(stops.since).limit(1);
  return row ?? null;
}

/** The same under the lock: while this transaction runs, no stop begins. Two statements, since the second must see what the first waited for. */
export async function findStopHeld(tx: Tx, of: Stoppable): Promise<Stop | null> {
  await holdStops(tx);
  return findStop(tx, of);
}

const ofAll = (chain: ChainKey) => and(isLive, or(eq(stops.scope, 'installation'), eq(stops.chain, chain)));

/** Whether everything on a chain stands still, whosever it is. */
export async function isChainStopped(db: Queryable, chain: ChainKey): Promise<boolean> {
  return (await db.select({ id: stops.id }).from(stops).where(ofAll(chain)).limit(1)).length > 0;
}

export async function isChainStoppedHeld(tx: Tx, chain: ChainKey): Promise<boolean> {
  await holdStops(tx);
  return isChainStopped(tx, chain);
}

/** Whether a claim in this send is of a rail or a merchant that is stopped. The caller holds the stops. */
export async function carriesStopped(tx: Tx, sendId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: relayedClaims.id })
    .from(relayedClaims)
    .innerJoin(payouts, eq(payouts.id, relayedClaims.payoutId))
    .innerJoin(stops, countsFor(payouts))
    .where(eq(relayedClaims.sendId, sendId))
    .limit(1);
  return rows.length > 0;
}

type Suspension = { isSuspended: boolean; isClosing: boolean; isTokenStopped: boolean };

const selectSuspension = builtOnce((db) => {
  const merchantId = sql.placeholder('merchantId');
  const suspends = and(isLive, eq(stops.suspends, true), eq(stops.merchantId, merchantId));
  const isSuspended = exists(db.select({ id: stops.id }).from(stops).where(suspends));
  const named = sql`(select jsonb_array_elements_text(${sql.placeholder('assetIds')}::jsonb))`;
  const ofToken = and(isLive, sql`${stops.asset} in ${named}`);
  const isTokenStopped = exists(db.select({ id: stops.id }).from(stops).where(ofToken));
  return db
    .select({
      isSuspended: sql<boolean>`${isSuspended}`,
      isTokenStopped: sql<boolean>`${isTokenStopped}`,
      since: merchants.closingSince,
    })
    .from(merchants)
    .where(eq(merchants.id, merchantId));
});

/** Why an operator lets a merchant make no payouts in these assets: it may be suspended and being closed at the same time. */
export async function findSuspensionHeld(
  tx: Tx,
  merchantId: string,
  assetIds: readonly string[] = [],
): Promise<Suspension> {
  const held = holdStops(tx).execute();
  const read = selectSuspension(tx, { merchantId, assetIds: JSON.stringify(assetIds) });
  // One after the other on the line, so what is read is as it was once the lock was had; both travel together.
  const [, [row]] = await allEnded([held, read]);
  const { isSuspended: isStopped = false, isTokenStopped: isOfToken = false, since } = row ?? {};
  return { isSuspended: isStopped, isTokenStopped: isOfToken, isClosing: Boolean(since) };
}

/** Null where the same is stopped already. */
export async function insertStop(tx: Tx, row: typeof stops.$inferInsert): Promise<Stop | null> {
  const [stop] = await tx.insert(stops).values(row).onConflictDoNothing().returning();
  return stop ?? null;
}

type Lifted = Pick<typeof stops.$inferInsert, 'liftedAt' | 'liftedByKind' | 'liftedById' | 'liftReason'>;

/** Null where there is none, or it is lifted. */
export async function markLifted(tx: Tx, id: string, lifted: Lifted): Promise<Stop | null> {
  const [stop] = await tx
    .update(stops)
    .set(lifted)
    .where(and(eq(stops.id, id), isLive))
    .returning();
  return stop ?? null;
}

/** Ends the rest of workers that found everything of a chain stopped. */
export async function stirAll(tx: Tx): Promise<void> {
  for (const { key } of knownChains()) await tx.execute(sql`select pg_notify('work', ${stirWord(key)})`);
}

export async function isMerchant(db: Queryable, id: string): Promise<boolean> {
  return (await db.select({ id: merchants.id }).from(merchants).where(eq(merchants.id, id))).length > 0;
}

export async function isAsset(db: Queryable, id: string): Promise<boolean> {
  return (await db.select({ id: assets.id }).from(assets).where(eq(assets.id, id))).length > 0;
}

/** Whether nothing of a merchant is signed any more, for good. The caller holds the stops, as who closes one does. */
export async function isClosed(tx: Tx, id: string): Promise<boolean> {
  return (await tx.$count(merchants, and(eq(merchants.id, id), isNotNull(merchants.closedAt)))) > 0;
}

/** Live ones first, then the newest lifted. */
export async function selectStops(db: Database, limit: number): Promise<Stop[]> {
  return db
    .select()
    .from(stops)
    .orderBy(sql`${stops.liftedAt} is not null`, desc(stops.since), desc(stops.id))
    .limit(limit);
}

/** The live stops of one merchant alone. */
export async function selectStopsOf(db: Queryable, merchantIds: readonly string[]): Promise<Stop[]> {
  return db
    .select()
    .from(stops)
    .where(and(isLive, inArray(stops.merchantId, [...merchantIds])));
}
