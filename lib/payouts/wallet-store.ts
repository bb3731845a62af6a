import { and, asc, eq, isNotNull, isNull, type SQLWrapper, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { identities, members, payouts, vaults, wallets } from '@/db/schema';
import { Refusal } from '@/lib/kernel/errors';

export type Wallet = typeof wallets.$inferSelect;

const provenBy = (merchant: SQLWrapper, address: SQLWrapper) => sql`(
  exists (select from vaults v where v.address = ${address} and ${merchant})
  or exists (select from identities i join members v on v.user_id = i.user_id
    where i.kind = 'wallet' and i.value = ${address} and ${merchant}))`;

/**
 * Whether an address is proved to be another merchant's, as a vault or as what a member signs in with, and not this
 * one's: then nothing that leaves it pays this merchant's payouts, whatever was declared.
 */
export function isAnothers(merchantId: SQLWrapper, address: SQLWrapper) {
  const theirs = provenBy(sql`v.merchant_id <> ${merchantId}`, address);
  return sql<boolean>`(${theirs} and not ${provenBy(sql`v.merchant_id = ${merchantId}`, address)})`;
}

/** Refuses a wallet that is proved to be another merchant's: address_refused. */
export async function refuseAnothers(db: Queryable, merchantId: string, address: string): Promise<void> {
  const [row] = await db.execute<{ taken: boolean }>(sql`
    select ${isAnothers(sql`${merchantId}::text`, sql`${address}::text`)} as taken`);
  if (!row?.taken) return;
  throw new Refusal('address_refused', { field: 'sender', detail: 'This wallet belongs to somebody else here.' });
}

/** The addresses that count as a merchant's own: its vaults, declared wallets, and those its members sign in with. */
export async function selectKnownSenders(db: Queryable, merchantId: string): Promise<Set<string>> {
  const [declared, own, signedIn] = await Promise.all([
    db
      .select({ address: wallets.address })
      .from(wallets)
      .where(
        and(
          eq(wallets.merchantId, merchantId),
          isNull(wallets.removedAt),
          sql`not ${isAnothers(wallets.merchantId, wallets.address)}`,
        ),
      ),
    db.select({ address: vaults.address }).from(vaults).where(eq(vaults.merchantId, merchantId)),
    db
      .select({ address: identities.value })
      .from(identities)
      .innerJoin(members, eq(members.userId, identities.userId))
      .where(and(eq(members.merchantId, merchantId), eq(identities.kind, 'wallet'))),
  ]);
  return new Set([...declared, ...own, ...signedIn].map(({ address }) => address));
}

/** Adds a wallet, or takes one up again that was removed; its first name and proof stay. */
export async function saveWallet(tx: Tx, wallet: typeof wallets.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(wallets)
    .values(wallet)
    .onConflictDoUpdate({
      target: [wallets.merchantId, wallets.address],
      set: { name: wallet.name, addedBy: wallet.addedBy, removedAt: null },
      setWhere: isNotNull(wallets.removedAt),
    })
    .returning({ id: wallets.id });
  return rows.length === 1;
}

export async function selectWallets(db: Queryable, merchantId: string): Promise<Wallet[]> {
  return db
    .select()
    .from(wallets)
    .where(and(eq(wallets.merchantId, merchantId), isNull(wallets.removedAt)))
    .orderBy(asc(wallets.id));
}

export async function updateWallet(
  tx: Tx,
  wallet: { merchantId: string; id: string },
  set: { name?: string; removedAt?: Date },
): Promise<Wallet | null> {
  const [row] = await tx
    .update(wallets)
    .set(set)
    .where(and(eq(wallets.merchantId, wallet.merchantId), eq(wallets.id, wallet.id), isNull(wallets.removedAt)))
    .returning();
  return row ?? null;
}

/** Known payees of a merchant whose address begins and ends like this one and is another. */
export async function selectLookAlikes(db: Queryable, merchantId: string, address: string): Promise<string[]> {
  const pattern = `${address.slice(0, 6)}%${address.slice(-4)}`;
  const rows = await db
    .selectDistinct({ address: payouts.recipientAddress })
    .from(payouts)
    .where(
      and(
        eq(payouts.merchantId, merchantId),
        eq(payouts.status, 'completed'),
        sql`${payouts.recipientAddress} like ${pattern}`,
        sql`${payouts.recipientAddress} <> ${address}`,
      ),
    )
    .limit(3);
  return rows.flatMap(({ address: known }) => (known ? [known] : []));
}
