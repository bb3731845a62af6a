import { isDeepStrictEqual } from 'node:util';
import { and, desc, eq, gt, inArray, isNull, lte, max } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { payouts, transfers, vaults, vouchers } from '@/db/schema';
import { byChance, turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { liveTransferStatuses, type RailId } from '@/db/vocabulary/payouts';
import { unchecked } from '@/lib/kernel/unchecked';
import { type LockedPayout, lockAll, lockPayout } from './locked-store';
import type { Key } from './store';

declare const locked: unique symbol;

export type Transfer = typeof transfers.$inferSelect;

const ofPayout = (payout: Key) => and(eq(transfers.merchantId, payout.merchantId), eq(transfers.payoutId, payout.id));

/** Until when the latest one that was signed for this recipient can be used. */
export async function findSignedUntil(db: Queryable, payout: Key, recipient: string): Promise<Date | null> {
  const own = and(eq(vouchers.merchantId, payout.merchantId), eq(vouchers.payoutId, payout.id));
  const [row] = await db
    .select({ until: max(vouchers.deadline) })
    .from(vouchers)
    .where(and(own, eq(vouchers.recipient, recipient)));
  return row?.until ?? null;
}

/** Counts what was signed since a moment, for all recipients. */
export async function countVouchers(db: Queryable, payout: Key, since: Date): Promise<number> {
  const own = and(eq(vouchers.merchantId, payout.merchantId), eq(vouchers.payoutId, payout.id));
  return db.$count(vouchers, and(own, gt(vouchers.createdAt, since)));
}

export async function hasVoucherFor(db: Queryable, payout: Key, recipient: string): Promise<boolean> {
  const rows = await db
    .select({ id: vouchers.id })
    .from(vouchers)
    .where(
      and(
        eq(vouchers.merchantId, payout.merchantId),
        eq(vouchers.payoutId, payout.id),
        eq(vouchers.recipient, recipient),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function findLatestTransfer(db: Queryable, payout: Key): Promise<Transfer | null> {
  const [row] = await db.select().from(transfers).where(ofPayout(payout)).orderBy(desc(transfers.id)).limit(1);
  return row ?? null;
}

/** The latest transfer of each payout of a page, in one query. */
export async function latestTransfers(
  db: Queryable,
  merchantId: string,
  payoutIds: string[],
): Promise<Map<string, Transfer>> {
  if (payoutIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([transfers.payoutId])
    .from(transfers)
    .where(and(eq(transfers.merchantId, merchantId), inArray(transfers.payoutId, payoutIds)))
    .orderBy(transfers.payoutId, desc(transfers.id));
  return new Map(rows.map((row) => [row.payoutId, row]));
}

export async function findLiveTransfer(db: Queryable, payout: Key): Promise<Transfer | null> {
  const [row] = await db
    .select()
    .from(transfers)
    .where(and(ofPayout(payout), inArray(transfers.status, [...liveTransferStatuses])));
  return row ?? null;
}

/** How many hashes were named for a payout since a moment that no node has shown. */
export async function countUnseen(db: Queryable, payout: Key, since: Date): Promise<number> {
  return db.$count(transfers, and(ofPayout(payout), isNull(transfers.seenAt), gt(transfers.createdAt, since)));
}

/** Of transfers that stand for a log of the chain: what ended otherwise stands for none. */
const standing = ['confirming', 'confirmed', 'unknown', 'differs'] as const;

type Place = { hash: string; blockHash: string; logIndex: number };

/** Those of these logs that no transfer stands for yet, in one query and without a lock. */
export async function selectUnrecorded<Log extends Place>(
  db: Queryable,
  chain: ChainKey,
  logs: readonly Log[],
): Promise<Log[]> {
  if (logs.length === 0) return [];
  const hashes = [...new Set(logs.map(({ hash }) => hash))];
  const { hash, blockHash, logIndex } = transfers;
  const known = await db
    .select({ hash, blockHash, logIndex })
    .from(transfers)
    .where(and(eq(transfers.chain, chain), inArray(hash, hashes), inArray(transfers.status, standing)));
  const places = new Set(known.map((one) => `${one.hash} ${one.blockHash} ${one.logIndex}`));
  return logs.filter((one) => !places.has(`${one.hash} ${one.blockHash} ${one.logIndex}`));
}

/** The transfer that stands for exactly this log in exactly this block, if it was recorded before. */
export async function findTransferByLog(db: Queryable, chain: ChainKey, place: Place): Promise<Transfer | null> {
  const [row] = await db
    .select()
    .from(transfers)
    .where(
      and(
        eq(transfers.chain, chain),
        eq(transfers.hash, place.hash),
        eq(transfers.blockHash, place.blockHash),
        eq(transfers.logIndex, place.logIndex),
        inArray(transfers.status, standing),
      ),
    );
  return row ?? null;
}

/** A transfer read while its payout is locked, as every change of it takes it. Only the functions here make one. */
export type LockedTransfer = Transfer & { readonly [locked]: 'transfer' };

function held(row: Transfer): LockedTransfer {
  return unchecked(row, 'this row was read or written under the lock of its payout');
}

export async function readTransfer(tx: Tx, payout: LockedPayout, id: string): Promise<LockedTransfer | null> {
  const [row] = await tx
    .select()
    .from(transfers)
    .where(and(ofPayout(payout), eq(transfers.id, id)));
  return row ? held(row) : null;
}

export async function readLiveTransfer(tx: Tx, payout: LockedPayout): Promise<LockedTransfer | null> {
  const row = await findLiveTransfer(tx, payout);
  return row && held(row);
}

export type Locked = { payout: LockedPayout; transfer: LockedTransfer };

/**
 * Locks the payout of a transfer that was looked at before, and reads the transfer again. Null where it is no longer
 * what it was then: what was concluded about it counts no more, and is looked at again later.
 */
export async function lockUnchanged(tx: Tx, was: Transfer): Promise<Locked | null> {
  const payout = await lockPayout(tx, { merchantId: was.merchantId, id: was.payoutId });
  const transfer = await readTransfer(tx, payout, was.id);
  return transfer && isDeepStrictEqual({ ...transfer }, { ...was }) ? { payout, transfer } : null;
}

/** The same for several transfers; those that are what they were then, in the order of their payouts' locks. */
export async function lockAllUnchanged<Seen extends { transfer: Transfer; payout: Key }>(
  tx: Tx,
  seen: readonly Seen[],
): Promise<Locked[]> {
  const locked = await lockAll(tx, seen);
  const ids = seen.map(({ transfer }) => transfer.id);
  const rows = await tx.select().from(transfers).where(inArray(transfers.id, ids));
  const now = new Map(rows.map((row) => [row.id, row]));
  return locked.flatMap(({ one: { transfer: was }, payout }) => {
    const row = now.get(was.id);
    const isSame = row?.payoutId === payout.id && isDeepStrictEqual({ ...row }, { ...was });
    return isSame ? [{ payout, transfer: held(row) }] : [];
  });
}

/** Null when the payout has a live transfer already: the index lets only one in. */
export async function insertTransfer(
  tx: Tx,
  payout: LockedPayout,
  row: Omit<typeof transfers.$inferInsert, 'merchantId' | 'payoutId' | 'rail' | 'chain'>,
): Promise<LockedTransfer | null> {
  const { merchantId, id: payoutId, rail, chain } = payout;
  const values = { ...row, merchantId, payoutId, rail, chain };
  const [written] = await tx.insert(transfers).values(values).onConflictDoNothing().returning();
  return written ? held(written) : null;
}

/** Changes a transfer that is in one of the statuses `from`; null, and nothing written, where it is in none of them. */
export async function updateTransfer(
  tx: Tx,
  transfer: LockedTransfer,
  from: readonly Transfer['status'][],
  set: Partial<typeof transfers.$inferInsert>,
  now: Date,
): Promise<LockedTransfer | null> {
  const [row] = await tx
    .update(transfers)
    .set({ ...set, updatedAt: now })
    .where(
      and(
        eq(transfers.merchantId, transfer.merchantId),
        eq(transfers.id, transfer.id),
        inArray(transfers.status, [...from]),
      ),
    )
    .returning();
  return row ? held(row) : null;
}

/** Of all merchants together, shared by turns; by chance, as those that wait stay. */
export const maxFollowed = 500;

/** `upTo`: only what stands in a block up to this one. */
export async function selectTransfers(
  db: Queryable,
  chain: ChainKey,
  statuses: Transfer['status'][],
  { rails, upTo }: { rails?: RailId[]; upTo?: bigint } = {},
) {
  const next = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(
      and(
        eq(transfers.chain, chain),
        inArray(transfers.status, statuses),
        rails && inArray(transfers.rail, rails),
        upTo !== undefined ? lte(transfers.blockNumber, upTo) : undefined,
      ),
    )
    .orderBy(turnOf(transfers.merchantId, byChance), byChance)
    .limit(maxFollowed);
  return db
    .select({ transfer: transfers, payout: payouts, vault: vaults })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(inArray(transfers.id, next))
    .orderBy(byChance);
}

/** Whether a transfer is on its way, or in a block that is not final yet. */
export async function awaitsBlock(db: Queryable, chain: ChainKey): Promise<boolean> {
  const live = and(eq(transfers.chain, chain), inArray(transfers.status, ['submitted', 'confirming']));
  return (await db.select({ id: transfers.id }).from(transfers).where(live).limit(1)).length > 0;
}

/** Transfers that were mined above a block: what a reorganisation may have taken back. */
export async function selectTransfersAbove(db: Queryable, chain: ChainKey, block: bigint): Promise<Transfer[]> {
  return db
    .select()
    .from(transfers)
    .where(
      and(
        eq(transfers.chain, chain),
        gt(transfers.blockNumber, block),
        inArray(transfers.status, ['confirming', 'confirmed', 'unknown', 'differs', 'reverted']),
      ),
    );
}
