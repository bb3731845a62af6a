import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import {
  chainCursors,
  chainTroubles,
  claimLinks,
  hawkNonces,
  idempotencyKeys,
  leases,
  merchants,
  rateCounts,
  vaults,
  walletVerifications,
} from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { signsOfLife } from '@/db/vocabulary/operators';
import { type HeldKey, readHeldKey, type SelectedKey, selectLiveKey } from '@/lib/access/store';

/** A clock that is behind never opens a new window. */
const countedOnce = sql`on conflict (key) do update set
  count = case when counts.window_start >= excluded.window_start then counts.count + 1 else 1 end,
  window_start = greatest(counts.window_start, excluded.window_start) returning count`;

/** Counts one request in the window and tells how many there were. */
export async function countInWindow(db: Database, key: string, windowStart: Date): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`insert into ${rateCounts} as counts (key, window_start, count)
    values (${key}, ${windowStart.toISOString()}, 1) ${countedOnce}`);
  return row?.count ?? 1;
}

/**
 * The live key of this hash, with how many requests it had in the window once this one is counted, in one statement; null, and
 * nothing counted, where there is none. `prefix` stands before the key's id in the name of its count.
 */
export async function countByKey(
  db: Database,
  hash: string,
  prefix: string,
  windowStart: Date,
): Promise<{ key: HeldKey; count: number } | null> {
  const [row] = await db.execute<SelectedKey & { count: number }>(sql`
    with live as (${selectLiveKey(hash)}), counted as (
      insert into ${rateCounts} as counts (key, window_start, count)
      select ${prefix} || id, ${windowStart.toISOString()}::timestamptz, 1 from live ${countedOnce})
    select live.*, counted.count from live, counted`);
  if (!row) return null;
  const { count, ...selected } = row;
  return { key: readHeldKey(selected), count };
}

/** Whether this link, to a payout or to verify a wallet, exists and still counts. Its holder belongs to no tenant. */
export async function isOpenLink(db: Database, tokenHash: string): Promise<boolean> {
  const { id, tokenHash: verified } = walletVerifications;
  const rows = await db
    .select({ id: claimLinks.payoutId })
    .from(claimLinks)
    .where(and(eq(claimLinks.tokenHash, tokenHash), isNull(claimLinks.revokedAt)))
    .unionAll(db.select({ id }).from(walletVerifications).where(eq(verified, tokenHash)));
  return rows.length > 0;
}

/** Whether answers can be kept with this merchant. */
export async function isMerchant(db: Database, id: string): Promise<boolean> {
  return (await db.$count(merchants, eq(merchants.id, id))) === 1;
}

export type KeyRow = typeof idempotencyKeys.$inferSelect;
export type KeyLease = Pick<KeyRow, 'merchantId' | 'keyHash' | 'fingerprint' | 'lockedUntil' | 'createdAt'>;

/**
 * Takes an Idempotency-Key for one run of its request: a new one, one whose run died with the same request, or one
 * too old to count (`created_at` before `keptSince`). False when another run holds it or it is already answered.
 */
export async function leaseKey(db: Database, lease: KeyLease, keptSince: Date): Promise<boolean> {
  const old = sql`${idempotencyKeys.createdAt} < ${keptSince.toISOString()}`;
  const abandoned = sql`${idempotencyKeys.status} is null and ${idempotencyKeys.lockedUntil} <= ${lease.createdAt.toISOString()} and ${idempotencyKeys.fingerprint} = excluded.fingerprint`;
  const rows = await db
    .insert(idempotencyKeys)
    .values(lease)
    .onConflictDoUpdate({
      target: [idempotencyKeys.merchantId, idempotencyKeys.keyHash],
      set: {
        fingerprint: sql`excluded.fingerprint`,
        lockedUntil: sql`excluded.locked_until`,
        createdAt: sql`case when ${old} then excluded.created_at else ${idempotencyKeys.createdAt} end`,
        status: null,
        answer: null,
      },
      setWhere: sql`${old} or (${abandoned})`,
    })
    .returning({ keyHash: idempotencyKeys.keyHash });
  return rows.length === 1;
}

export async function findKey(db: Database, merchantId: string, keyHash: string): Promise<KeyRow | null> {
  const rows = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.merchantId, merchantId), eq(idempotencyKeys.keyHash, keyHash)));
  return rows[0] ?? null;
}

/** Only the run that holds the lock may say how it ended. */
function heldBy(lease: KeyLease) {
  return and(
    eq(idempotencyKeys.merchantId, lease.merchantId),
    eq(idempotencyKeys.keyHash, lease.keyHash),
    eq(idempotencyKeys.lockedUntil, lease.lockedUntil),
    isNull(idempotencyKeys.status),
  );
}

export async function keepAnswer(db: Database, lease: KeyLease, status: number, answer: string): Promise<void> {
  await db.update(idempotencyKeys).set({ status, answer }).where(heldBy(lease));
}

/** Lets the next try run; the fingerprint stays, so that the key never serves another request. */
export async function giveKeyBack(db: Database, lease: KeyLease): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({ lockedUntil: new Date(0) })
    .where(heldBy(lease));
}

export async function deleteOldKeys(db: Database, before: Date): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
}

export async function deleteOldCounts(db: Database, before: Date): Promise<void> {
  await db.delete(rateCounts).where(lt(rateCounts.windowStart, before));
}

/** Keeps a nonce that was signed with for this second. False where the same came before. */
export async function insertNonce(db: Database, nonce: typeof hawkNonces.$inferInsert): Promise<boolean> {
  const rows = await db.insert(hawkNonces).values(nonce).onConflictDoNothing().returning({ keyId: hawkNonces.keyId });
  return rows.length === 1;
}

/** `before`: what was signed earlier than this is refused for its age. */
export async function deleteOldNonces(db: Database, before: Date): Promise<void> {
  await db.delete(hawkNonces).where(lt(hawkNonces.seconds, Math.floor(before.getTime() / 1000)));
}

/** When each chain that a vault lives on was last read; null where no worker ever did. */
export type ChainTimes = { chain: ChainKey; readAt: Date | null; trouble: string | null };

/** When each chain of a vault was last read, and what has kept it from being read since. */
export async function readChainTimes(db: Database): Promise<ChainTimes[]> {
  const since = or(isNull(chainCursors.updatedAt), gt(chainTroubles.at, chainCursors.updatedAt));
  return db
    .selectDistinct({ chain: vaults.chain, readAt: chainCursors.updatedAt, trouble: chainTroubles.reason })
    .from(vaults)
    .leftJoin(chainCursors, eq(chainCursors.chain, vaults.chain))
    .leftJoin(chainTroubles, and(eq(chainTroubles.chain, vaults.chain), since));
}

/** Time of the newest migration that the database has, in milliseconds; null where this role may not look. */
export async function readMigrationTime(db: Database): Promise<number | null> {
  const [allowed] = await db.execute<{ yes: boolean | null }>(
    sql`select has_schema_privilege(oid, 'usage') as yes from pg_namespace where nspname = 'drizzle'`,
  );
  if (!allowed?.yes) return null;
  const [row] = await db.execute<{ newest: string | null }>(
    sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`,
  );
  return row?.newest ? Number(row.newest) : null;
}

/** Whether a worker said of late that it lives. */
export async function isWorkerAlive(db: Database): Promise<boolean> {
  const rows = await db
    .select({ owner: leases.owner })
    .from(leases)
    .where(and(eq(leases.name, signsOfLife.worker), sql`${leases.until} > now()`));
  return rows.length > 0;
}
