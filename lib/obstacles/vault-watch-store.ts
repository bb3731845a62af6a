import { and, asc, eq, gt, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { payouts, vaultChecks, vaults } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { untilClaimed } from '@/db/vocabulary/payouts';
import type { Payout, Vault } from '@/lib/payouts/store';
import { vaultRails } from '@/lib/rails/traits';
import { countsAtAddress } from '@/lib/vaults/store';

export type VaultCheck = typeof vaultChecks.$inferSelect;
/** `fee` is what a payout of this asset costs by the merchant's terms, at most. */
export type Due = { vault: Vault; symbol: string; fee: bigint };

/**
 * Vaults and assets that are due for a look: those that owe something claimable or were in trouble, longest unseen first. A vault
 * that lost its address to another merchant is not looked at: what stands there is not its own.
 */
export async function selectDue(
  db: Queryable,
  chain: ChainKey,
  before: { calm: Date; troubled: Date },
  most: number,
): Promise<Due[]> {
  const at = (time: Date) => sql`${time.toISOString()}::timestamptz`;
  const rows = await db.execute<{ vault_id: string; symbol: string; fee: string }>(sql`
    select vaults.id as vault_id, a.symbol, coalesce(a.fee_ceiling, a.fee)::text as fee from vaults
    join merchant_assets a on a.merchant_id = vaults.merchant_id and a.chain = vaults.chain
    left join vault_checks c on c.vault_id = vaults.id and c.symbol = a.symbol
    where vaults.chain = ${chain} and ${countsAtAddress}
      and (c.checked_at is null
        or c.checked_at <= case when c.trouble_since is null then ${at(before.calm)} else ${at(before.troubled)} end)
      and (c.trouble_since is not null or exists (
        select from payouts p where p.vault_id = vaults.id and p.symbol = a.symbol and p.rail in ${vaultRails()} and p.status = 'pending'))
    order by c.checked_at nulls first limit ${most}`);
  if (rows.length === 0) return [];
  const known = await db.select().from(vaults).where(eq(vaults.chain, chain));
  const byId = new Map(known.map((vault) => [vault.id, vault]));
  return rows.flatMap(({ vault_id, symbol, fee }) => {
    const vault = byId.get(vault_id);
    return vault ? [{ vault, symbol, fee: BigInt(fee) }] : [];
  });
}

/** What a vault could pay at most of one payout. */
export type Bounds = { gross: bigint; fee: bigint };

const ofVault = ({ vault, symbol }: Due) =>
  and(
    eq(payouts.vaultId, vault.id),
    eq(payouts.symbol, symbol),
    eq(payouts.status, 'pending'),
    inArray(payouts.rail, vaultRails()),
  );

/** Open payouts beyond what their vault can pay that are not held up yet, the oldest first. */
export async function selectBeyond(
  db: Queryable,
  due: Due,
  bounds: Bounds,
  now: Date,
  most: number,
): Promise<Payout[]> {
  const beyond = or(gt(payouts.gross, bounds.gross), gt(payouts.fee, bounds.fee));
  const free = and(ofVault(due), isNull(payouts.obstacle), isNull(payouts.cancelRequestedAt), beyond);
  const alive = gt(payouts.expiresAt, now);
  return db.select().from(payouts).where(and(free, alive)).orderBy(asc(payouts.id)).limit(most);
}

/** Open payouts that are held up, any of them: what only a claim can clear up is left alone. */
export async function selectHeldUp(db: Queryable, due: Due, most: number): Promise<Payout[]> {
  const held = and(ofVault(due), notInArray(payouts.obstacle, [...untilClaimed]));
  return db.select().from(payouts).where(held).orderBy(sql`random()`).limit(most);
}

/** What is under way out of a vault: still set aside in the books, and perhaps gone from the vault. */
export async function sumUnderWay(db: Queryable, { vault, symbol }: Omit<Due, 'fee'>): Promise<bigint> {
  const [row] = await db
    .select({ total: sql<string>`coalesce(sum(${payouts.gross}), 0)::text` })
    .from(payouts)
    .where(
      and(
        ...[eq(payouts.merchantId, vault.merchantId), eq(payouts.status, 'processing')],
        ...[eq(payouts.vaultId, vault.id), eq(payouts.symbol, symbol)],
      ),
    );
  return BigInt(row?.total ?? '0');
}

export async function lockCheck(tx: Tx, { vault, symbol }: Due): Promise<VaultCheck | null> {
  const own = and(eq(vaultChecks.vaultId, vault.id), eq(vaultChecks.symbol, symbol));
  const [row] = await tx.select().from(vaultChecks).where(own).for('update');
  return row ?? null;
}

export async function saveCheck(tx: Tx, row: VaultCheck): Promise<void> {
  const { vaultId: _vault, symbol: _symbol, merchantId: _merchant, ...set } = row;
  await tx
    .insert(vaultChecks)
    .values(row)
    .onConflictDoUpdate({ target: [vaultChecks.vaultId, vaultChecks.symbol], set });
}

/** Where a merchant wants to read about trouble: the address for alerts, else those of the owners. */
export async function selectAlertAddresses(tx: Tx, merchantId: string): Promise<string[]> {
  const rows = await tx.execute<{ address: string }>(sql`
    select alert_email as address from merchants where id = ${merchantId} and alert_email is not null
    union
    select i.value as address from members m join identities i on i.user_id = m.user_id and i.kind = 'email'
    where m.merchant_id = ${merchantId} and m.role = 'owner'
      and not exists (select from merchants where id = ${merchantId} and alert_email is not null)
    order by address limit 10`);
  return rows.map(({ address }) => address);
}
