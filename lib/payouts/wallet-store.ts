import { and, asc, eq, isNotNull, isNull, type SQLWrapper, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { identities, members, payouts, vaults, wallets } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary';
import { Refusal } from '@/lib/kernel/errors';

export type Wallet = typeof wallets.$inferSelect;

/** A contract's word counts on its own network, a key's on all. Of no network in particular (null), a key's alone. */
const countsOn = (proven: SQLWrapper, chain: SQLWrapper) => sql`(${proven} is null or ${proven} = ${chain})`;

const provenBy = (merchant: SQLWrapper, address: SQLWrapper, chain: SQLWrapper) => sql`(
  exists (select from vaults v where v.address = ${address} and ${merchant})
  or exists (select from wallets v where v.address = ${address} and v.proven_at is not null and v.removed_at is null
    and ${countsOn(sql`v.proven_chain`, chain)} and ${merchant})
  or exists (select from identities i join members v on v.user_id = i.user_id
    where i.kind = 'wallet' and i.value = ${address} and ${countsOn(sql`i.chain`, chain)} and ${merchant}))`;

/**
 * Whether an address is proved to be another merchant's, as a vault, by its own signature or as what a member signs in
 * with, and not this one's: then nothing that leaves it pays this merchant's payouts, whatever was declared.
 */
export function isAnothers(merchantId: SQLWrapper, address: SQLWrapper, chain: SQLWrapper) {
  const theirs = provenBy(sql`v.merchant_id <> ${merchantId}`, address, chain);
  return sql<boolean>`(${theirs} and not ${provenBy(sql`v.merchant_id = ${merchantId}`, address, chain)})`;
}

/** Whose wallet is asked about, and where; null: whatever network, so that only what counts on all of them counts. */
type Whose = { merchantId: string; chain: ChainKey | null };

/** Which of these addresses are proved to be another merchant's. */
export async function selectAnothers(
  db: Queryable,
  { merchantId, chain }: Whose,
  addresses: string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const list = sql.join(
    addresses.map((address) => sql`(${address}::text)`),
    sql`, `,
  );
  const rows = await db.execute<{ address: string }>(sql`
    select a.address from (values ${list}) a (address)
    where ${isAnothers(sql`${merchantId}::text`, sql`a.address`, sql`${chain}::text`)}`);
  return new Set(rows.map(({ address }) => address));
}

/** Refuses a wallet that is proved to be another merchant's: address_refused. */
export async function refuseAnothers(db: Queryable, whose: Whose, address: string, field = 'sender') {
  if ((await selectAnothers(db, whose, [address])).size === 0) return;
  throw new Refusal('address_refused', { field, detail: 'This wallet belongs to somebody else here.' });
}

/** The addresses that count as a merchant's own on a chain: its vaults, declared wallets, and those its members sign in with. */
export async function selectKnownSenders(
  db: Queryable,
  { merchantId, chain }: { merchantId: string; chain: ChainKey },
): Promise<Set<string>> {
  const [declared, own, signedIn] = await Promise.all([
    db
      .select({ address: wallets.address })
      .from(wallets)
      .where(
        and(
          eq(wallets.merchantId, merchantId),
          isNull(wallets.removedAt),
          sql`not ${isAnothers(wallets.merchantId, wallets.address, sql`${chain}::text`)}`,
        ),
      ),
    db.select({ address: vaults.address }).from(vaults).where(eq(vaults.merchantId, merchantId)),
    db
      .select({ address: identities.value })
      .from(identities)
      .innerJoin(members, eq(members.userId, identities.userId))
      .where(
        and(
          ...[eq(members.merchantId, merchantId), eq(identities.kind, 'wallet')],
          countsOn(sql`${identities.chain}`, sql`${chain}::text`),
        ),
      ),
  ]);
  return new Set([...declared, ...own, ...signedIn].map(({ address }) => address));
}

/** Adds a wallet, or takes one up again that was removed, unproved. Null when it is on the list: then it stays as it is. */
export async function saveWallet(tx: Tx, wallet: typeof wallets.$inferInsert): Promise<Wallet | null> {
  const [row] = await tx
    .insert(wallets)
    .values(wallet)
    .onConflictDoUpdate({
      target: [wallets.merchantId, wallets.address],
      set: { name: wallet.name, addedBy: wallet.addedBy, provenAt: null, provenChain: null, removedAt: null },
      setWhere: isNotNull(wallets.removedAt),
    })
    .returning();
  return row ?? null;
}

/** Lets one proof of an address be written at a time, until the transaction ends: two merchants cannot both be first. */
export async function lockWallet(tx: Tx, address: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`wallet:${address}`}, 0))`);
}

/** The network of the contract that proved a wallet before; null where none did. */
export async function findProvenChain(tx: Tx, merchantId: string, address: string): Promise<ChainKey | null> {
  const [row] = await tx
    .select({ chain: wallets.provenChain })
    .from(wallets)
    .where(and(eq(wallets.merchantId, merchantId), eq(wallets.address, address), isNull(wallets.removedAt)));
  return row?.chain ?? null;
}

/** Notes that the wallet itself signed, by its contract on a chain or by its key. It must be on the list. */
export async function markProven(
  tx: Tx,
  wallet: { merchantId: string; address: string; chain: ChainKey | null },
  at: Date,
): Promise<Wallet> {
  const [row] = await tx
    .update(wallets)
    .set({ provenAt: at, provenChain: wallet.chain })
    .where(
      and(
        ...[eq(wallets.merchantId, wallet.merchantId), eq(wallets.address, wallet.address)],
        isNull(wallets.removedAt),
      ),
    )
    .returning();
  if (!row) throw new Error('A wallet that is being proved is on the list');
  return row;
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
