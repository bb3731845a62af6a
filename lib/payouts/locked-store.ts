import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { type Part, writeAsOne } from '@/db/as-one';
import { insertSet, readRow } from '@/db/as-set';
import type { Tx } from '@/db/client';
import { claimLinks, payouts, vaults, vouchers } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { unchecked } from '@/lib/kernel/unchecked';
import { isNumberedThere, type Key, type NewPayout, type Payout } from './store';

declare const locked: unique symbol;

/**
 * A payout whose row this transaction holds: what is decided on it is still true when it is written. Only the functions
 * of this file make one, and every write that concerns a payout takes nothing else.
 */
export type LockedPayout = Payout & { readonly [locked]: 'payout' };

function held(row: Payout): LockedPayout {
  return unchecked(row, 'the statement that read this row has locked it');
}

const ofKey = ({ merchantId, id }: Key) => and(eq(payouts.merchantId, merchantId), eq(payouts.id, id));

/** Null when the merchant has no such payout. */
export async function lockIfThere(tx: Tx, key: Key): Promise<LockedPayout | null> {
  const [row] = await tx.select().from(payouts).where(ofKey(key)).for('update');
  return row ? held(row) : null;
}

export async function lockPayout(tx: Tx, key: Key): Promise<LockedPayout> {
  const row = await lockIfThere(tx, key);
  if (!row) throw new Error(`There is no payout ${key.id}`);
  return row;
}

/** Locks several in the order of their ids, so that two who do so never wait for each other. */
export async function lockPayouts(tx: Tx, merchantId: string, ids: string[]): Promise<LockedPayout[]> {
  const rows = await tx
    .select()
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), inArray(payouts.id, ids)))
    .orderBy(asc(payouts.id))
    .for('update');
  return rows.map(held);
}

/** Locks the payouts of several things, all in one order, so that two who do so never wait for each other. */
export async function lockAll<Thing extends { payout: Key }>(
  tx: Tx,
  things: readonly Thing[],
): Promise<{ one: Thing; payout: LockedPayout }[]> {
  const locked: { one: Thing; payout: LockedPayout }[] = [];
  const byMerchant = Map.groupBy(things, ({ payout }) => payout.merchantId);
  for (const merchantId of [...byMerchant.keys()].sort()) {
    const own = byMerchant.get(merchantId) ?? [];
    const ids = own.map(({ payout }) => payout.id);
    for (const payout of await lockPayouts(tx, merchantId, ids)) {
      const one = own.find((thing) => thing.payout.id === payout.id);
      if (one) locked.push({ one, payout });
    }
  }
  return locked;
}

/**
 * The payouts that claim logs of our contract name, locked so that one worker at a time books them, in the order of `lockAll`.
 * A number at an address is one merchant's.
 */
export async function lockByClaimIds(
  tx: Tx,
  chain: ChainKey,
  claims: readonly { vault: string; claimId: bigint }[],
): Promise<{ vault: string; payout: LockedPayout }[]> {
  const byVault = Map.groupBy(claims, ({ vault }) => vault);
  const named = [...byVault].map(([vault, own]) =>
    and(
      eq(vaults.address, vault),
      inArray(
        payouts.claimId,
        own.map(({ claimId }) => claimId),
      ),
    ),
  );
  const rows = await tx
    .select({ vault: vaults.address, payout: payouts })
    .from(payouts)
    .innerJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(and(eq(vaults.chain, chain), isNumberedThere, or(...named)))
    .orderBy(asc(payouts.merchantId), asc(payouts.id))
    .for('update', { of: payouts });
  return rows.map(({ vault, payout }) => ({ vault, payout: held(payout) }));
}

/** Nobody else writes a payout with this id, which its merchant chose, until the transaction ends. */
export async function lockClaimId(tx: Tx, vaultId: string, claimId: bigint): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`claim ${vaultId} ${claimId}`}, 0))`);
}

/** A payout from a vault has a claim id: the one that it brings, or its vault's next. */
const numbered = {
  claimId: sql`coalesce(r.claim_id, case when r.vault_id is not null then next_claim_id(r.vault_id) end)`,
};

/** Inserts, with its vault's next claim id if it has one and brings none; null when the merchant has a payout of this reference. */
export async function insertPayout(tx: Tx, row: NewPayout): Promise<LockedPayout | null> {
  const [inserted] = await tx.execute(sql`${insertSet(payouts, [row], numbered)}
    on conflict (merchant_id, reference) do nothing returning *`);
  return inserted ? held(readRow(payouts, inserted)) : null;
}

/** The same of many, of which none brings a claim id; those whose reference their merchant has are left out. */
export async function insertPayouts(tx: Tx, rows: readonly NewPayout[]): Promise<LockedPayout[]> {
  const inserted = await tx.execute<{ id: string }>(sql`${insertSet(payouts, rows, numbered)}
    on conflict (merchant_id, reference) do nothing returning id`);
  const ids = inserted.map(({ id }) => id);
  const found = await tx.select().from(payouts).where(inArray(payouts.id, ids)).orderBy(asc(payouts.id));
  return found.map(held);
}

/** Changes facts of a payout and counts its version up. */
export async function updatePayout(
  tx: Tx,
  payout: LockedPayout,
  set: Partial<NewPayout>,
  now: Date,
): Promise<LockedPayout> {
  const [row] = await tx
    .update(payouts)
    .set({ ...set, version: sql`${payouts.version} + 1`, updatedAt: now })
    .where(and(ofKey(payout), eq(payouts.status, payout.status)))
    .returning();
  if (!row) throw new Error(`The payout ${payout.id} changed although it was locked`);
  return held(row);
}

/** Notes that a signed payout goes out: until `deadline` it may be paid, and its amounts stand for good. */
export async function insertVoucher(
  tx: Tx,
  payout: LockedPayout,
  voucher: { id: string; recipient: string; deadline: Date; createdAt: Date },
): Promise<void> {
  const { merchantId, id: payoutId } = payout;
  await tx.insert(vouchers).values({ ...voucher, merchantId, payoutId });
  const latest = sql`greatest(${payouts.signedUntil}, ${voucher.deadline.toISOString()}::timestamptz)`;
  await tx.update(payouts).set({ signedUntil: latest, quotedUntil: null }).where(ofKey(payout));
}

/** Its recipient relies on its amounts from now on: no quote changes them any more. */
export async function keepAmounts(tx: Tx, payout: LockedPayout): Promise<void> {
  if (payout.quotedUntil) await tx.update(payouts).set({ quotedUntil: null }).where(ofKey(payout));
}

/** The next id of a vault, for a payout that goes on from another vault. */
export async function nextClaimId(tx: Tx, vaultId: string): Promise<bigint> {
  const [row] = await tx.execute<{ id: string }>(sql`select next_claim_id(${vaultId})::text as id`);
  if (!row) throw new Error(`The vault ${vaultId} gave no id`);
  return BigInt(row.id);
}

type NewLink = { tokenHash: string; sealedToken: string | null; earlierUntil: Date | null; createdAt: Date };
type LinkOfPayout = NewLink & { payout: LockedPayout };

/** A payout has one live link (a unique index says so): the former one is revoked first. */
export async function insertLinks(tx: Tx, links: readonly LinkOfPayout[]): Promise<void> {
  await writeAsOne(tx, [linksPart(links)]);
}

/** The same as a part of one statement; there is at least one link. */
export function linksPart(links: readonly LinkOfPayout[]): Part {
  const rows = links.map(({ payout, ...link }) => ({ ...link, merchantId: payout.merchantId, payoutId: payout.id }));
  return { name: 'linked', statement: insertSet(claimLinks, rows), rows: rows.length };
}

export async function revokeLinks(tx: Tx, payout: LockedPayout, now: Date): Promise<void> {
  const { merchantId, id } = payout;
  await tx
    .update(claimLinks)
    .set({ revokedAt: now, sealedToken: null })
    .where(and(eq(claimLinks.merchantId, merchantId), eq(claimLinks.payoutId, id), isNull(claimLinks.revokedAt)));
}

/** Whether a link still leads to this payout; asked under its lock, which a replacement of the link takes, too. */
export async function isLiveLink(tx: Tx, payout: LockedPayout, tokenHash: string): Promise<boolean> {
  const rows = await tx
    .select({ payoutId: claimLinks.payoutId })
    .from(claimLinks)
    .where(and(eq(claimLinks.tokenHash, tokenHash), eq(claimLinks.payoutId, payout.id), isNull(claimLinks.revokedAt)));
  return rows.length === 1;
}

export async function findLiveLink(tx: Tx, payout: LockedPayout) {
  const [row] = await tx
    .select()
    .from(claimLinks)
    .where(and(eq(claimLinks.payoutId, payout.id), isNull(claimLinks.revokedAt)));
  return row ?? null;
}

/** Notes the first time that something happened to a link; false when it had happened before. */
export async function markLink(
  tx: Tx,
  payout: LockedPayout,
  { tokenHash, mark, now }: { tokenHash: string; mark: 'openedAt' | 'disputedAt'; now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(claimLinks)
    .set({ [mark]: now })
    .where(and(eq(claimLinks.tokenHash, tokenHash), eq(claimLinks.payoutId, payout.id), isNull(claimLinks[mark])))
    .returning({ payoutId: claimLinks.payoutId });
  return rows.length === 1;
}
