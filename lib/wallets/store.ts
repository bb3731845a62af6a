import { and, asc, eq, isNotNull, isNull, type SQLWrapper, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { payouts, wallets } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { Refusal } from '@/lib/kernel/errors';

export type Wallet = typeof wallets.$inferSelect;

/** A contract's word counts on its own network, a key's on all. Of no network in particular (null), a key's alone. */
const countsOn = (proven: SQLWrapper, chain: SQLWrapper) => sql`(${proven} is null or ${chain} = any (${proven}))`;

/** When what is paid was prepared: a wallet that was taken off the list since then still pays it. Null: nothing was. */
const stillListed = (removed: SQLWrapper, preparedAt: SQLWrapper) =>
  sql`(${removed} is null or ${removed} > ${preparedAt})`;

const never = sql`null::timestamptz`;

/**
 * A wallet is proved by its own signature for this very merchant, or as its vault, which has named our signer. What a member
 * signs in with proves nothing about a merchant: accepting an invitation must not move a wallet.
 */
const provenBy = (merchant: SQLWrapper, address: SQLWrapper, chain: SQLWrapper, preparedAt: SQLWrapper) => sql`(
  exists (select from vaults v where v.address = ${address} and not v.placed and (${chain} is null or v.chain = ${chain}) and ${merchant})
  or exists (select from wallets v where v.address = ${address} and v.proven_at is not null
    and ${stillListed(sql`v.removed_at`, preparedAt)}
    and ${countsOn(sql`v.proven_chains`, chain)} and ${merchant}))`;

/** Whether an address is proved to be this merchant's on a chain, or was when what it pays was prepared. */
export function isProvenOf(
  merchantId: SQLWrapper,
  address: SQLWrapper,
  chain: SQLWrapper,
  preparedAt: SQLWrapper = never,
) {
  return provenBy(sql`v.merchant_id = ${merchantId}`, address, chain, preparedAt);
}

/** Whose wallet is asked about, and where; null: any network, so that only what counts on all of them counts. */
type Whose = { merchantId: string; chain: ChainKey | null };

/** Which of these addresses are proved to be another merchant's, and not this one's. */
export async function selectForeignWallets(
  db: Queryable,
  { merchantId, chain }: Whose,
  addresses: string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const list = sql.join(
    addresses.map((address) => sql`(${address}::text)`),
    sql`, `,
  );
  const [mine, where, address] = [sql`${merchantId}::text`, sql`${chain}::text`, sql`a.address`];
  const theirs = provenBy(sql`v.merchant_id <> ${mine}`, address, where, never);
  const rows = await db.execute<{ address: string }>(sql`
    select a.address from (values ${list}) a (address)
    where ${theirs} and not ${isProvenOf(mine, address, where)}`);
  return new Set(rows.map((row) => row.address));
}

/** Refuses a wallet that is proved to be another merchant's: address_refused. */
export async function refuseForeignWallet(db: Queryable, whose: Whose, address: string, field = 'sender') {
  if ((await selectForeignWallets(db, whose, [address])).size === 0) return;
  throw new Refusal('address_refused', { field, detail: 'This wallet belongs to another merchant here.' });
}

/** Whether a wallet is proved to be a merchant's on a chain, now or when what it pays was prepared. */
export async function isProven(
  db: Queryable,
  { merchantId, chain }: { merchantId: string; chain: ChainKey },
  address: string,
  preparedAt: Date | null = null,
): Promise<boolean> {
  const when = sql`${preparedAt?.toISOString() ?? null}::timestamptz`;
  const proven = isProvenOf(sql`${merchantId}::text`, sql`${address}::text`, sql`${chain}::text`, when);
  const rows = await db.execute<{ proven: boolean }>(sql`select ${proven} as proven`);
  return rows[0]?.proven ?? false;
}

/** The addresses that are proved to be a merchant's own on a chain: its vault there, and wallets that signed for it. */
export async function selectProven(
  db: Queryable,
  { merchantId, chain }: { merchantId: string; chain: ChainKey },
): Promise<Set<string>> {
  const rows = await db.execute<{ address: string }>(sql`
    select address from vaults where merchant_id = ${merchantId} and chain = ${chain} and not placed
    union
    select address from wallets where merchant_id = ${merchantId} and removed_at is null and proven_at is not null
      and ${countsOn(sql`proven_chains`, sql`${chain}::text`)}`);
  return new Set(rows.map((row) => row.address));
}

/** Adds a wallet, or takes one up again that was removed, unproved. Null when it is on the list: then it stays as it is. */
export async function saveWallet(tx: Tx, wallet: typeof wallets.$inferInsert): Promise<Wallet | null> {
  const [row] = await tx
    .insert(wallets)
    .values(wallet)
    .onConflictDoUpdate({
      target: [wallets.merchantId, wallets.address],
      set: { name: wallet.name, addedBy: wallet.addedBy, provenAt: null, provenChains: null, removedAt: null },
      setWhere: isNotNull(wallets.removedAt),
    })
    .returning();
  return row ?? null;
}

/** Lets one proof of an address be written at a time, until the transaction ends. */
export async function lockWallet(tx: Tx, address: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`wallet:${address}`}, 0))`);
}

const withChain = (chain: ChainKey) =>
  sql`array_append(array_remove(coalesce(${wallets.provenChains}, '{}'), ${chain}), ${chain})`;

/**
 * Notes that the wallet itself signed, by its key, or by its contract on one more chain. It must be on the list. One that
 * was proved before networks were kept counts from now on where its contract signed.
 */
export async function markProven(
  tx: Tx,
  wallet: { merchantId: string; address: string; chain: ChainKey | null },
  at: Date,
): Promise<Wallet> {
  const [row] = await tx
    .update(wallets)
    .set({ provenAt: at, provenChains: wallet.chain === null ? null : withChain(wallet.chain) })
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
