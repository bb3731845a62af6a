import { and, asc, count, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import {
  listedAddresses,
  screeningFlags,
  screeningLists,
  screeningSettings,
  screenings,
  screeningsDue,
} from '@/db/schema';

export type Screening = typeof screenings.$inferSelect;
export type Flag = typeof screeningFlags.$inferSelect;
export type ScreeningSettings = typeof screeningSettings.$inferSelect;
export type ScreeningList = typeof screeningLists.$inferSelect;
type ListKey = ScreeningList['list'];
type Key = { merchantId: string; id: string };

const ofPayout = ({ merchantId, id }: Key) => and(eq(screenings.merchantId, merchantId), eq(screenings.payoutId, id));
const flagsOf = ({ merchantId, id }: Key) =>
  and(eq(screeningFlags.merchantId, merchantId), eq(screeningFlags.payoutId, id));

export async function insertScreening(tx: Tx, row: typeof screenings.$inferInsert): Promise<void> {
  await tx.insert(screenings).values(row);
}

/** The newest screening of a payout; of one address of it, where that is named. */
export async function findScreening(db: Queryable, payout: Key, address?: string): Promise<Screening | null> {
  const there = address === undefined ? undefined : eq(screenings.address, address);
  const [row] = await db
    .select()
    .from(screenings)
    .where(and(ofPayout(payout), there))
    .orderBy(desc(screenings.id))
    .limit(1);
  return row ?? null;
}

/** The newest screening of each of several payouts for the address beside it, by payout. */
export async function selectNewest(
  db: Queryable,
  wanted: readonly { payout: Key; address: string }[],
): Promise<Map<string, Screening>> {
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([screenings.payoutId, screenings.address])
    .from(screenings)
    .where(or(...wanted.map(({ payout, address }) => and(ofPayout(payout), eq(screenings.address, address)))))
    .orderBy(asc(screenings.payoutId), asc(screenings.address), desc(screenings.id));
  return new Map(rows.map((row) => [row.payoutId, row]));
}

/** How often a payout was screened since a moment, for whichever address; `own`: by claimants of this network. */
export async function countScreenings(
  db: Queryable,
  payout: Key,
  { since, network }: { since: Date; network: string | null },
): Promise<{ all: number; own: number }> {
  const [row] = await db
    .select({
      all: count(),
      own: sql<number>`count(*) filter (where ${screenings.network} = ${network})`.mapWith(Number),
    })
    .from(screenings)
    .where(and(ofPayout(payout), gt(screenings.screenedAt, since)));
  return row ?? { all: 0, own: 0 };
}

export async function selectScreenings(db: Queryable, payout: Key, limit: number): Promise<Screening[]> {
  return db.select().from(screenings).where(ofPayout(payout)).orderBy(desc(screenings.id)).limit(limit);
}

export async function selectFlags(db: Queryable, payout: Key): Promise<Flag[]> {
  return db.select().from(screeningFlags).where(flagsOf(payout)).orderBy(asc(screeningFlags.raisedAt));
}

/** The flags of several payouts, by payout. */
export async function selectFlagsOfAll(db: Queryable, payouts: readonly Key[]): Promise<Map<string, Flag[]>> {
  if (payouts.length === 0) return new Map();
  const rows = await db
    .select()
    .from(screeningFlags)
    .where(
      and(
        inArray(screeningFlags.merchantId, [...new Set(payouts.map(({ merchantId }) => merchantId))]),
        inArray(
          screeningFlags.payoutId,
          payouts.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(screeningFlags.raisedAt));
  return Map.groupBy(rows, ({ payoutId }) => payoutId);
}

/** Raises a flag, or one that was raised before again; what an owner said of it before is in the audit. */
export async function saveFlag(
  tx: Tx,
  row: Omit<Flag, 'overruledBy' | 'overruledAt' | 'overruledWords'>,
): Promise<void> {
  const { screeningId, verdict, namedBy, raisedAt } = row;
  const set = { screeningId, verdict, namedBy, raisedAt, overruledBy: null, overruledAt: null, overruledWords: null };
  await tx
    .insert(screeningFlags)
    .values(row)
    .onConflictDoUpdate({ target: [screeningFlags.payoutId, screeningFlags.address], set });
}

/** Takes an open flag away whose cause has passed. */
export async function dropFlag(tx: Tx, payout: Key, address: string): Promise<void> {
  await tx
    .delete(screeningFlags)
    .where(and(flagsOf(payout), eq(screeningFlags.address, address), isNull(screeningFlags.overruledAt)));
}

/** Returns those of the addresses whose flags were open and are overruled now. */
export async function overruleOpen(
  tx: Tx,
  payout: Key,
  addresses: readonly string[],
  set: { overruledBy: string; overruledAt: Date; overruledWords: string },
): Promise<string[]> {
  const rows = await tx
    .update(screeningFlags)
    .set(set)
    .where(and(flagsOf(payout), isNull(screeningFlags.overruledAt), inArray(screeningFlags.address, [...addresses])))
    .returning({ address: screeningFlags.address });
  return rows.map(({ address }) => address);
}

/** A payout is due once. `onlyByOwn`: only if its merchant has a screener of its own. */
export async function insertDue(
  tx: Tx,
  merchantId: string,
  { ids, dueAt, onlyByOwn }: { ids: readonly string[]; dueAt: Date; onlyByOwn: boolean },
): Promise<void> {
  await tx.execute(sql`
    insert into screenings_due (payout_id, merchant_id, due_at)
    select id, ${merchantId}, ${dueAt.toISOString()}::timestamptz from unnest(${`{${ids.join(',')}}`}::text[]) id
    where ${!onlyByOwn}::boolean or exists (
      select from screening_settings where merchant_id = ${merchantId} and screener_url is not null)
    on conflict do nothing`);
}

export async function selectDue(db: Queryable, now: Date, limit: number): Promise<Key[]> {
  return db
    .select({ merchantId: screeningsDue.merchantId, id: screeningsDue.payoutId })
    .from(screeningsDue)
    .where(lte(screeningsDue.dueAt, now))
    .orderBy(asc(screeningsDue.dueAt))
    .limit(limit);
}

export async function dropDue(db: Queryable, keys: readonly Key[]): Promise<void> {
  const ids = keys.map(({ id }) => id);
  if (ids.length > 0) await db.delete(screeningsDue).where(inArray(screeningsDue.payoutId, ids));
}

export async function findSettings(db: Queryable, merchantId: string): Promise<ScreeningSettings | null> {
  const [row] = await db.select().from(screeningSettings).where(eq(screeningSettings.merchantId, merchantId));
  return row ?? null;
}

export async function selectSettings(
  db: Queryable,
  merchantIds: readonly string[],
): Promise<Map<string, ScreeningSettings>> {
  const rows = await db
    .select()
    .from(screeningSettings)
    .where(inArray(screeningSettings.merchantId, [...new Set(merchantIds)]));
  return new Map(rows.map((row) => [row.merchantId, row]));
}

/** Two who change the settings of one merchant do so one after the other. */
export async function lockSettings(tx: Tx, merchantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`screening ${merchantId}`}, 0))`);
}

export async function saveSettings(tx: Tx, row: ScreeningSettings): Promise<void> {
  const { merchantId: _merchant, ...set } = row;
  await tx.insert(screeningSettings).values(row).onConflictDoUpdate({ target: screeningSettings.merchantId, set });
}

export async function findList(db: Queryable, list: ListKey): Promise<ScreeningList | null> {
  const [row] = await db.select().from(screeningLists).where(eq(screeningLists.list, list));
  return row ?? null;
}

export async function saveList(tx: Tx, row: ScreeningList): Promise<void> {
  const { list: _list, ...set } = row;
  await tx.insert(screeningLists).values(row).onConflictDoUpdate({ target: screeningLists.list, set });
}

const together = 5_000;

/** All addresses of a list at once: a reader meets the former list or this one. */
export async function replaceAddresses(tx: Tx, list: ListKey, addresses: readonly string[]): Promise<void> {
  await tx.delete(listedAddresses).where(eq(listedAddresses.list, list));
  for (let first = 0; first < addresses.length; first += together) {
    const rows = addresses.slice(first, first + together).map((address) => ({ list, address }));
    await tx.insert(listedAddresses).values(rows);
  }
}

export async function isListed(db: Queryable, list: ListKey, address: string): Promise<boolean> {
  const rows = await db
    .select({ address: listedAddresses.address })
    .from(listedAddresses)
    .where(and(eq(listedAddresses.list, list), eq(listedAddresses.address, address)));
  return rows.length > 0;
}
