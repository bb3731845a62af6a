import { and, eq, gt, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '@/db/client';
import { entries, payouts, postings, transfers, vaults } from '@/db/schema';
import type { AccountKind, PostingKind } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Span } from '@/lib/evm/read-in-parts';
import { type LogPlace, logOf, type Subject } from '@/lib/ledger/origin';
import type { Payout, Vault } from '@/lib/payouts/store';
import type { Transfer } from '@/lib/payouts/transfer-store';

export type Paid = { transfer: Transfer; payout: Payout; vault: Vault | null };

/** Transfers of a merchant by hash, with what they are for. */
export async function selectByHash(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  hashes: readonly string[],
): Promise<Paid[]> {
  if (hashes.length === 0) return [];
  return db
    .select({ transfer: transfers, payout: payouts, vault: vaults })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(and(eq(transfers.merchantId, merchantId), eq(transfers.chain, chain), inArray(transfers.hash, [...hashes])));
}

/** How a transfer of a merchant stands, by its id: one in doubt may have no hash. */
export async function findStatus(db: Queryable, merchantId: string, id: string) {
  const own = and(eq(transfers.merchantId, merchantId), eq(transfers.id, id));
  const [row] = await db.select({ status: transfers.status }).from(transfers).where(own);
  return row?.status ?? null;
}

/** What the books hold of one movement that left a known wallet. */
export type Outflow = {
  id: string;
  subject: Subject;
  log: LogPlace | null;
  round: number;
  debit: AccountKind;
  reversed: boolean;
  cleared: boolean;
};

async function selectOutflows(db: Queryable, wanted: SQL | undefined): Promise<Outflow[]> {
  const rows = await db
    .select({
      posting: postings,
      debit: entries.debit,
      reversed: sql<boolean>`exists (select from postings r where r.reverses = ${postings.id})`,
      cleared: sql<boolean>`exists (select from postings c where c.kind = 'clear' and ${isSameLog('c')}
        and not exists (select from postings r where r.reverses = c.id))`,
    })
    .from(postings)
    .innerJoin(entries, eq(entries.postingId, postings.id))
    .where(and(eq(postings.kind, 'outflow'), wanted))
    .orderBy(postings.round);
  return rows.map(({ posting, ...rest }) => {
    const { id, round, subjectKind, subjectId } = posting;
    return { ...rest, id, round, log: logOf(posting), subject: { kind: subjectKind, id: subjectId } };
  });
}

/** That a posting `other` books the same log of the same holder, in the same round. */
function isSameLog(other: 'c' | 'o'): SQL {
  const columns = ['hash', 'log_index', 'block_hash', 'chain', 'subject_kind', 'subject_id', 'round'];
  return sql.raw(columns.map((column) => `${other}.${column} = "postings".${column}`).join(' and '));
}

export async function findOutflow(db: Queryable, id: string): Promise<Outflow | null> {
  const [outflow] = await selectOutflows(db, eq(postings.id, id));
  return outflow ?? null;
}

/** Every round of what was booked of these logs, the newest last. */
export async function selectOutflowsOf(db: Queryable, hashes: readonly string[]): Promise<Outflow[]> {
  return hashes.length === 0 ? [] : selectOutflows(db, inArray(postings.hash, [...hashes]));
}

/** A deposit or an outflow that stands in the books. */
export type BookedMove = { id: string; kind: PostingKind; log: LogPlace; symbol: string; amount: bigint };

/** Movements that were booked from a range of blocks and not taken back. */
export async function selectBookedMoves(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  { from, to }: Span,
): Promise<BookedMove[]> {
  const rows = await db
    .select({ posting: postings, amount: entries.amount })
    .from(postings)
    .innerJoin(entries, eq(entries.postingId, postings.id))
    .where(
      and(
        ...[eq(postings.merchantId, merchantId), eq(postings.chain, chain)],
        inArray(postings.kind, ['deposit', 'outflow']),
        ...[gte(postings.blockNumber, from), lte(postings.blockNumber, to)],
        sql`not exists (select from postings r where r.reverses = ${postings.id})`,
      ),
    );
  return rows.flatMap(({ posting, amount }) => {
    const log = logOf(posting);
    return log ? [{ id: posting.id, kind: posting.kind, symbol: posting.symbol, log, amount }] : [];
  });
}

/** That posting `p` settles the log of transfer `t`. */
export const settles = sql.raw(
  `p.kind = 'settle' and p.chain = t.chain and p.block_hash = t.block_hash and p.hash = t.hash and p.log_index = t.log_index`,
);

/** Confirmed transfers of a range of blocks, and what their settlement booked; null where nothing is. */
export async function selectSettled(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  { from, to }: Span,
): Promise<(Paid & { booked: bigint | null })[]> {
  const booked = sql<string | null>`(
    select sum(e.amount)::text from transfers t join postings p on ${settles} join entries e on e.posting_id = p.id
    where t.id = ${transfers.id} and not exists (select from postings r where r.reverses = p.id))`;
  const rows = await db
    .select({ transfer: transfers, payout: payouts, vault: vaults, booked })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(
      and(
        eq(transfers.merchantId, merchantId),
        eq(transfers.chain, chain),
        eq(transfers.status, 'confirmed'),
        gte(transfers.blockNumber, from),
        lte(transfers.blockNumber, to),
      ),
    );
  return rows.map((row) => ({ ...row, booked: row.booked === null ? null : BigInt(row.booked) }));
}

export type LoneSettlement = {
  id: string;
  log: LogPlace | null;
  payoutId: string | null;
  symbol: string;
  amount: bigint;
};

/** Settlements booked in a span of time that no confirmed transfer stands behind. */
export async function selectLoneSettlements(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  after: Date,
  until: Date,
): Promise<LoneSettlement[]> {
  const p = alias(postings, 'p');
  const rows = await db
    .select({
      posting: p,
      amount: sql<string>`(select sum(e.amount) from entries e where e.posting_id = p.id)::text`,
    })
    .from(p)
    .where(
      and(
        ...[eq(p.merchantId, merchantId), eq(p.chain, chain), eq(p.kind, 'settle')],
        ...[gt(p.createdAt, after), lte(p.createdAt, until)],
        sql`not exists (select from postings r where r.reverses = ${p.id})`,
        sql`not exists (select from transfers t where t.merchant_id = ${merchantId} and t.status = 'confirmed' and ${settles})`,
      ),
    );
  return rows.map(({ posting, amount }) => {
    const { id, payoutId, symbol } = posting;
    return { id, payoutId, symbol, log: logOf(posting), amount: BigInt(amount) };
  });
}

/** Bookings out of suspense whose outflow was taken back afterwards, as a deep reorganisation does. */
export async function selectHollowClearings(db: Queryable, merchantId: string, chain: ChainKey): Promise<string[]> {
  const rows = await db
    .select({ id: postings.id })
    .from(postings)
    .where(
      and(
        ...[eq(postings.merchantId, merchantId), eq(postings.kind, 'clear'), eq(postings.chain, chain)],
        sql`exists (select from postings o join postings r on r.reverses = o.id where o.kind = 'outflow' and ${isSameLog('o')})`,
        sql`not exists (select from postings r where r.reverses = ${postings.id})`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Whether a posting was taken back. */
export async function isReversed(db: Queryable, id: string): Promise<boolean> {
  const rows = await db.select({ id: postings.id }).from(postings).where(eq(postings.reverses, id));
  return rows.length > 0;
}

/** Transfers of which it is not known whether they paid, or which paid otherwise than agreed, oldest first. */
export async function selectOpenOutcomes(db: Queryable, merchantId: string, chain: ChainKey): Promise<Paid[]> {
  return db
    .select({ transfer: transfers, payout: payouts, vault: vaults })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(
      and(
        eq(transfers.merchantId, merchantId),
        eq(transfers.chain, chain),
        or(
          inArray(transfers.status, ['prepared', 'submitted', 'unknown']),
          // One of which a person has said what it counts for is no question any more.
          and(eq(transfers.status, 'differs'), eq(payouts.status, 'processing')),
        ),
      ),
    )
    .orderBy(transfers.id)
    .limit(500);
}
