import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { deskHours, merchantAssets, namedSigners, payouts, vaultChecks, vaults } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Obstacle } from '@/db/vocabulary/payouts';
import { vaultRails } from '@/lib/rails/traits';
import { lockWallet } from '@/lib/wallets/store';

export type Vault = typeof vaults.$inferSelect;
export type Terms = typeof merchantAssets.$inferSelect;

export async function selectVaultsOf(db: Queryable, merchantId: string): Promise<Vault[]> {
  return db.select().from(vaults).where(eq(vaults.merchantId, merchantId)).orderBy(asc(vaults.chain));
}

/** Null where this network has a vault of the merchant's, or the address is a vault already. */
export async function insertVault(tx: Tx, row: typeof vaults.$inferInsert): Promise<Vault | null> {
  const [made] = await tx.insert(vaults).values(row).onConflictDoNothing().returning();
  return made ?? null;
}

/**
 * Of two vaults at one address the one whose wallet has said whose it is: one that an operator placed for another merchant is asked
 * about nothing any more.
 */
export const countsAtAddress = sql`(not ${vaults.placed} or not exists (select from vaults other
  where other.chain = ${vaults.chain} and other.address = ${vaults.address} and not other.placed))`;

/** Whether another merchant's vault is at this address. `placed`: one that an operator only placed counts, too. */
export async function isTaken(
  tx: Tx,
  { merchantId, chain, address, placed }: Pick<Vault, 'merchantId' | 'chain' | 'address' | 'placed'>,
): Promise<boolean> {
  const at = and(eq(vaults.chain, chain), eq(vaults.address, address), ne(vaults.merchantId, merchantId));
  return (await tx.$count(vaults, placed ? at : and(at, eq(vaults.placed, false)))) > 0;
}

export async function findVaultOn(db: Queryable, merchantId: string, chain: ChainKey): Promise<Vault | null> {
  const [row] = await db
    .select()
    .from(vaults)
    .where(and(eq(vaults.merchantId, merchantId), eq(vaults.chain, chain)));
  return row ?? null;
}

export async function findVault(db: Queryable, merchantId: string, id: string): Promise<Vault | null> {
  const [row] = await db
    .select()
    .from(vaults)
    .where(and(eq(vaults.merchantId, merchantId), eq(vaults.id, id)));
  return row ?? null;
}

export async function selectTermsOf(db: Queryable, merchantId: string): Promise<Terms[]> {
  return db
    .select()
    .from(merchantAssets)
    .where(eq(merchantAssets.merchantId, merchantId))
    .orderBy(asc(merchantAssets.symbol));
}

/** What keeps vaults from paying anything of an asset, as the worker saw it last; by vault and symbol. */
export async function selectObstacles(db: Queryable, merchantId: string): Promise<Map<string, Obstacle>> {
  const rows = await db
    .select({ vaultId: vaultChecks.vaultId, symbol: vaultChecks.symbol, obstacle: vaultChecks.obstacle })
    .from(vaultChecks)
    .where(and(eq(vaultChecks.merchantId, merchantId), isNotNull(vaultChecks.troubleSince)));
  return new Map(
    rows.flatMap(({ vaultId, symbol, obstacle }) => (obstacle ? [[`${vaultId}:${symbol}`, obstacle] as const] : [])),
  );
}

export type Paid = { chain: ChainKey; symbol: string; total: bigint; first: Date };

/**
 * What left the vaults by claims since a moment, fees included, per asset, with the first of them: by the kept figures of hours that
 * are over, which a payment taken back removes, and for all other hours from one index.
 */
export async function sumPaid(db: Queryable, merchantId: string, since: Date, now: Date): Promise<Paid[]> {
  const [from, to] = [since, now].map((time) => sql`${time.toISOString()}::timestamptz`);
  const rows = await db.execute<{ chain: ChainKey; symbol: string; total: string; first: string }>(sql`
    with hours as (
      select hour, greatest(hour, ${from}) as begins, hour + interval '1 hour' as ends
      from generate_series(date_trunc('hour', ${from}, 'UTC'), date_trunc('hour', ${to}, 'UTC') + interval '1 hour', '1 hour') hour
    ), kept as materialized (
      select hour, figures from hours join ${deskHours} using (hour)
      where merchant_id = ${merchantId} and begins = hour
        and not exists (select from jsonb_array_elements(figures) one where not one ? 'drawn')
    ), paid as (
      select one ->> 'chain' as chain, one ->> 'symbol' as symbol, (one -> 'drawn' ->> 'units')::numeric as total,
        (one -> 'drawn' ->> 'first')::timestamptz as first
      from kept, jsonb_array_elements(figures) one where jsonb_typeof(one -> 'drawn') = 'object'
      union all
      select counted.* from hours, lateral (
        select chain, symbol, sum(gross), min(completed_at) from ${payouts}
        where merchant_id = ${merchantId} and completed_at is not null and completed_at >= begins and completed_at < ends
          and rail in ${vaultRails()}
        group by 1, 2) counted
      where hour not in (select hour from kept)
    )
    select chain, symbol, sum(total)::text as total, min(first)::text as first from paid group by 1, 2`);
  return rows.map(({ chain, symbol, total, first }) => ({
    chain,
    symbol,
    total: BigInt(total),
    first: new Date(first),
  }));
}

export async function selectVaultsOn(db: Queryable, chain: ChainKey): Promise<Vault[]> {
  return db.select().from(vaults).where(eq(vaults.chain, chain)).orderBy(asc(vaults.id));
}

export type NamedPair = { signer: string; token: string };

export async function selectNamed(db: Queryable, { merchantId, id }: Vault, most: number): Promise<NamedPair[]> {
  return db
    .select({ signer: namedSigners.signer, token: namedSigners.token })
    .from(namedSigners)
    .where(and(eq(namedSigners.merchantId, merchantId), eq(namedSigners.vaultId, id)))
    .orderBy(asc(namedSigners.signer), asc(namedSigners.token))
    .limit(most);
}

export async function findReadTo(db: Queryable, { merchantId, id }: Vault): Promise<bigint | null> {
  const [row] = await db
    .select({ readTo: vaults.signersReadTo })
    .from(vaults)
    .where(and(eq(vaults.merchantId, merchantId), eq(vaults.id, id)));
  return row?.readTo ?? null;
}

/**
 * The wallet itself has said that it is this merchant's vault: by a signature, or by naming our signer on the chain. Not where it
 * has said so of another merchant's before.
 */
export async function markVouched(
  tx: Tx,
  vault: Pick<Vault, 'merchantId' | 'id' | 'chain' | 'address'>,
): Promise<void> {
  const { merchantId, id } = vault;
  await lockWallet(tx, vault.address);
  await tx
    .update(vaults)
    .set({ placed: false })
    .where(and(eq(vaults.merchantId, merchantId), eq(vaults.id, id), countsAtAddress));
}

/** Adds what some blocks named, and moves on how far was read; never back, also when another worker reads at the same time. */
export async function saveNamed(
  tx: Tx,
  vault: Vault,
  pairs: readonly NamedPair[],
  readTo: bigint | null,
): Promise<void> {
  const { merchantId, id } = vault;
  if (vault.placed && pairs.some(({ signer }) => signer === vault.signerAddress)) await markVouched(tx, vault);
  if (pairs.length > 0) {
    const rows = pairs.map((pair) => ({ merchantId, vaultId: id, ...pair }));
    await tx.insert(namedSigners).values(rows).onConflictDoNothing();
  }
  if (readTo === null) return;
  await tx
    .update(vaults)
    .set({ signersReadTo: sql`greatest(${vaults.signersReadTo}, ${readTo})` })
    .where(and(eq(vaults.merchantId, merchantId), eq(vaults.id, id)));
}

/** Changes who signs for a vault; the former key of ours, where there was one, is gone with it. */
export async function changeSigner(
  tx: Tx,
  { merchantId, id }: Vault,
  signer: Pick<Vault, 'signerAddress' | 'signerKey' | 'remoteSignerId'>,
): Promise<Vault> {
  const own = and(eq(vaults.merchantId, merchantId), eq(vaults.id, id));
  const [row] = await tx.update(vaults).set(signer).where(own).returning();
  if (!row) throw new Error(`The vault ${id} is gone`);
  return row;
}

/** Marks a vault as opened at a block; false when another worker did. */
export async function openVault(tx: Tx, vault: { merchantId: string; id: string }, block: bigint): Promise<boolean> {
  const rows = await tx
    .update(vaults)
    .set({ openedBlock: block })
    .where(and(eq(vaults.merchantId, vault.merchantId), eq(vaults.id, vault.id), isNull(vaults.openedBlock)))
    .returning({ id: vaults.id });
  return rows.length === 1;
}
