import { and, desc, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm';
import { builtOnce } from '@/db/built-once';
import type { Queryable } from '@/db/client';
import { approvalRules, claimLinks, merchantAssets, merchants, payouts, vaults } from '@/db/schema';
import type { AccountKind } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Language } from '@/db/vocabulary/mails';
import type { PayoutDelivery, PayoutStatus } from '@/db/vocabulary/payouts';
import type { Promised } from '@/lib/ledger/promise';
import { railTerms } from '@/lib/rails/traits';
import { countsAtAddress } from '@/lib/vaults/store';

export type Payout = typeof payouts.$inferSelect;
export type NewPayout = typeof payouts.$inferInsert;
export type Vault = typeof vaults.$inferSelect;
export type Merchant = typeof merchants.$inferSelect;

/** Rows are reached by tenant and id together, never by id alone. */
export type Key = { merchantId: string; id: string };

const selectTerms = builtOnce((db) =>
  db
    .select({ terms: merchantAssets, vault: vaults, rule: approvalRules })
    .from(merchantAssets)
    .leftJoin(vaults, and(eq(vaults.merchantId, merchantAssets.merchantId), eq(vaults.chain, merchantAssets.chain)))
    .leftJoin(
      approvalRules,
      and(
        eq(approvalRules.merchantId, merchantAssets.merchantId),
        eq(approvalRules.chain, merchantAssets.chain),
        eq(approvalRules.symbol, merchantAssets.symbol),
      ),
    )
    .where(
      and(
        eq(merchantAssets.merchantId, sql.placeholder('merchantId')),
        eq(merchantAssets.chain, sql.placeholder('chain')),
        eq(merchantAssets.symbol, sql.placeholder('symbol')),
      ),
    ),
);

export async function findTerms(db: Queryable, merchantId: string, chain: ChainKey, symbol: string) {
  const [row] = await selectTerms(db, { merchantId, chain, symbol });
  return row ?? null;
}

/** The terms of every asset that a merchant pays out, each with the vault of its chain, if there is one. */
export async function selectAllTerms(db: Queryable, merchantId: string) {
  return db
    .select({ terms: merchantAssets, vaultId: vaults.id })
    .from(merchantAssets)
    .leftJoin(vaults, and(eq(vaults.merchantId, merchantAssets.merchantId), eq(vaults.chain, merchantAssets.chain)))
    .where(eq(merchantAssets.merchantId, merchantId))
    .orderBy(merchantAssets.chain, merchantAssets.symbol);
}

/** How many payouts a merchant made from this id on. */
export async function countMadeSince(db: Queryable, merchantId: string, firstId: string): Promise<number> {
  return db.$count(payouts, and(eq(payouts.merchantId, merchantId), gte(payouts.id, firstId)));
}

export async function findByReference(db: Queryable, merchantId: string, reference: string): Promise<Payout | null> {
  const [row] = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), eq(payouts.reference, reference)));
  return row ?? null;
}

/** Whose id this is in the contract, for one vault. */
export async function findByClaimId(
  db: Queryable,
  merchantId: string,
  vaultId: string,
  claimId: bigint,
): Promise<Payout | null> {
  const own = and(eq(payouts.merchantId, merchantId), eq(payouts.vaultId, vaultId));
  const [row] = await db
    .select()
    .from(payouts)
    .where(and(own, eq(payouts.claimId, claimId)));
  return row ?? null;
}

export async function findPayout(db: Queryable, merchantId: string, id: string): Promise<Payout | null> {
  const [row] = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), eq(payouts.id, id)));
  return row ?? null;
}

/** Everything that a live claim link leads to; null when there is none. */
export async function findByToken(db: Queryable, tokenHash: string) {
  const [row] = await db
    .select({ payout: payouts, merchant: merchants, vault: vaults, link: claimLinks })
    .from(claimLinks)
    .innerJoin(payouts, eq(payouts.id, claimLinks.payoutId))
    .innerJoin(merchants, eq(merchants.id, payouts.merchantId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(and(eq(claimLinks.tokenHash, tokenHash), isNull(claimLinks.revokedAt)));
  return row ?? null;
}

export type PayoutFilter = {
  merchantId: string;
  status?: PayoutStatus;
  reference?: string;
  chain?: ChainKey;
  symbol?: string;
  delivery?: PayoutDelivery;
  recipient?: string;
  createdAfter?: Date;
  createdBefore?: Date;
  olderThan?: string;
  limit: number;
};

/** Newest first; the id is the key of the page, since ids sort by age. */
export async function selectPayouts(db: Queryable, filter: PayoutFilter): Promise<Payout[]> {
  return db
    .select()
    .from(payouts)
    .where(
      and(
        eq(payouts.merchantId, filter.merchantId),
        filter.status && eq(payouts.status, filter.status),
        filter.reference !== undefined ? eq(payouts.reference, filter.reference) : undefined,
        filter.chain && eq(payouts.chain, filter.chain),
        filter.delivery && eq(payouts.delivery, filter.delivery),
        filter.symbol !== undefined ? eq(payouts.symbol, filter.symbol) : undefined,
        filter.recipient ? eq(payouts.recipientAddress, filter.recipient) : undefined,
        filter.createdAfter && gt(payouts.createdAt, filter.createdAfter),
        filter.createdBefore && lt(payouts.createdAt, filter.createdBefore),
        filter.olderThan !== undefined ? lt(payouts.id, filter.olderThan) : undefined,
      ),
    )
    .orderBy(desc(payouts.id))
    .limit(filter.limit);
}

export async function selectVaults(db: Queryable, chain: ChainKey): Promise<Vault[]> {
  return db
    .select()
    .from(vaults)
    .where(and(eq(vaults.chain, chain), countsAtAddress));
}

/**
 * Of payouts of one number at one address that of the vault which counts there. A vault that lost its address to another one may have been
 * named before, and then its payouts are paid: they are known by their own numbers.
 */
export const isNumberedThere = sql`(${countsAtAddress} or not exists (
  select from payouts theirs join vaults other on other.id = theirs.vault_id
  where other.chain = ${vaults.chain} and other.address = ${vaults.address} and not other.placed
    and theirs.claim_id = ${payouts.claimId}))`;

/** Payouts whose claim ids lie in one word of the contract's bitmap. */
export async function selectByClaimIds(db: Queryable, chain: ChainKey, vault: string, from: bigint, below: bigint) {
  const rows = await db
    .select({ payout: payouts })
    .from(payouts)
    .innerJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(
      and(
        ...[eq(vaults.chain, chain), eq(vaults.address, vault), isNumberedThere],
        gte(payouts.claimId, from),
        lt(payouts.claimId, below),
      ),
    );
  return rows.map((row) => row.payout);
}

export async function findEmbedOrigins(db: Queryable, tokenHash: string): Promise<string[]> {
  const [row] = await db
    .select({ origins: merchants.embedOrigins })
    .from(claimLinks)
    .innerJoin(merchants, eq(merchants.id, claimLinks.merchantId))
    .where(eq(claimLinks.tokenHash, tokenHash));
  return row?.origins ?? [];
}

export async function findPagesLanguage(db: Queryable, tokenHash: string): Promise<Language | null> {
  const [row] = await db
    .select({ language: merchants.language })
    .from(claimLinks)
    .innerJoin(merchants, eq(merchants.id, claimLinks.merchantId))
    .where(eq(claimLinks.tokenHash, tokenHash));
  return row?.language ?? null;
}

/** What a merchant's payouts in these statuses come to, in the account that each rail promises in. */
export async function selectPromised(
  db: Queryable,
  merchantId: string,
  statuses: readonly PayoutStatus[],
): Promise<Promised[]> {
  const accounts = Object.values(railTerms).map(({ id, books }) => sql`(${id}, ${books.promised})`);
  const rows = await db.execute<{ chain: ChainKey; symbol: string; account: AccountKind; amount: string }>(sql`
    with promised (rail, account) as (values ${sql.join(accounts, sql`, `)})
    select chain, symbol, account, sum(gross)::text as amount from payouts join promised using (rail)
    where merchant_id = ${merchantId} and status in ${[...statuses]} group by 1, 2, 3`);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** Looks once per merchant and never through all payouts. */
export async function selectMerchantsWithPayouts(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: merchants.id })
    .from(merchants)
    .where(sql`exists (select from payouts p where p.merchant_id = "merchants"."id")`);
  return rows.map(({ id }) => id);
}
