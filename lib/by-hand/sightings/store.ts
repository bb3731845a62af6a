import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { paymentHolds, paymentSignings, payouts, transfers } from '@/db/schema';
import { byChance, turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { liveTransferStatuses } from '@/db/vocabulary/payouts';
import { unchecked } from '@/lib/kernel/unchecked';
import type { Payout } from '@/lib/payouts/store';
import { maxFollowed, type Transfer } from '@/lib/payouts/transfer-store';
import { handRails } from '@/lib/rails/traits';
import { isProvenOf } from '@/lib/wallets/store';

export type Signing = typeof paymentSignings.$inferSelect;
export type Hold = typeof paymentHolds.$inferSelect;
export type OpenPayment = { transfer: Transfer; payout: Payout; signing: Signing | null };

/** Takes or extends a hold; null while another person or tab has it. */
export async function takeHold(tx: Tx, hold: Hold): Promise<Hold | null> {
  const { userId, tab, until, createdAt: now } = hold;
  const mine = and(eq(paymentHolds.userId, userId), eq(paymentHolds.tab, tab));
  const [row] = await tx
    .insert(paymentHolds)
    .values(hold)
    .onConflictDoUpdate({
      target: paymentHolds.payoutId,
      set: { userId, tab, until, createdAt: now },
      setWhere: or(lte(paymentHolds.until, now), mine),
    })
    .returning();
  return row ?? null;
}

/** What a page holds now, it holds until then. */
export async function extendHolds(
  tx: Tx,
  { merchantId, userId, tab }: { merchantId: string; userId: string; tab: string },
  { until, now }: { until: Date; now: Date },
): Promise<void> {
  const own = and(eq(paymentHolds.merchantId, merchantId), eq(paymentHolds.userId, userId), eq(paymentHolds.tab, tab));
  await tx
    .update(paymentHolds)
    .set({ until })
    .where(and(own, gt(paymentHolds.until, now)));
}

export async function selectHolds(db: Queryable, merchantId: string, payoutIds: string[]): Promise<Hold[]> {
  if (payoutIds.length === 0) return [];
  return db
    .select()
    .from(paymentHolds)
    .where(and(eq(paymentHolds.merchantId, merchantId), inArray(paymentHolds.payoutId, payoutIds)));
}

export async function dropHolds(
  tx: Tx,
  holder: { merchantId: string; userId: string; tab?: string },
  payoutIds: string[],
): Promise<string[]> {
  const rows = await tx
    .delete(paymentHolds)
    .where(
      and(
        eq(paymentHolds.merchantId, holder.merchantId),
        eq(paymentHolds.userId, holder.userId),
        holder.tab !== undefined ? eq(paymentHolds.tab, holder.tab) : undefined,
        inArray(paymentHolds.payoutId, payoutIds),
      ),
    )
    .returning({ payoutId: paymentHolds.payoutId });
  return rows.map((row) => row.payoutId);
}

export async function selectPayoutsById(db: Queryable, merchantId: string, ids: string[]): Promise<Payout[]> {
  return db
    .select()
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), inArray(payouts.id, ids)))
    .orderBy(asc(payouts.id));
}

export async function insertSigning(tx: Tx, signing: typeof paymentSignings.$inferInsert): Promise<void> {
  await tx.insert(paymentSignings).values(signing);
}

export async function findSigning(db: Queryable, merchantId: string, id: string): Promise<Signing | null> {
  const [row] = await db
    .select()
    .from(paymentSignings)
    .where(and(eq(paymentSignings.merchantId, merchantId), eq(paymentSignings.id, id)));
  return row ?? null;
}

declare const locked: unique symbol;

/** One signing whose row this transaction holds; taken after the payouts that it pays. */
export type LockedSigning = Signing & { readonly [locked]: 'signing' };

export async function lockSigning(tx: Tx, { merchantId, id }: Signing): Promise<LockedSigning> {
  const own = and(eq(paymentSignings.merchantId, merchantId), eq(paymentSignings.id, id));
  const [row] = await tx.select().from(paymentSignings).where(own).for('update');
  if (!row) throw new Error(`There is no payment ${id}`);
  return unchecked(row, 'the statement that read this row has locked it');
}

/** Whether an order that the contract paid is one of the signings that were prepared here. */
export async function isPreparedOrder(db: Queryable, chain: ChainKey, order: { vault: string; firstId: bigint }) {
  const { vault, firstId } = order;
  const rows = await db
    .select({ id: paymentSignings.id })
    .from(paymentSignings)
    .where(
      and(eq(paymentSignings.chain, chain), eq(paymentSignings.sender, vault), eq(paymentSignings.firstId, firstId)),
    )
    .limit(1);
  return rows.length > 0;
}

export async function updateSigning(tx: Tx, signing: LockedSigning, set: { callsId: string }): Promise<void> {
  const own = and(eq(paymentSignings.merchantId, signing.merchantId), eq(paymentSignings.id, signing.id));
  await tx.update(paymentSignings).set(set).where(own);
}

export async function selectSigningTransfers(db: Queryable, signing: Signing): Promise<Transfer[]> {
  return db
    .select()
    .from(transfers)
    .where(and(eq(transfers.merchantId, signing.merchantId), eq(transfers.signingId, signing.id)))
    .orderBy(asc(transfers.id));
}

/** One hash settles what it settles under this lock, so that two who name it at once are told apart. */
export async function lockHash(tx: Tx, chain: ChainKey, hash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${chain}:${hash}`}, 0))`);
}

/** A reorganisation may put a payment into a block below the one at which it was prepared. */
export const maxReorgBlocks = 128n;

export const openStatuses = ['prepared', 'submitted'] as const;
export const byHand = (chain: ChainKey) => and(eq(transfers.chain, chain), inArray(transfers.rail, handRails()));

/** Payments by hand whose outcome is open: so many at once of all merchants, by turns, and by chance, as they may stay. */
export async function selectOpenPayments(db: Queryable, chain: ChainKey): Promise<OpenPayment[]> {
  const next = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(byHand(chain), inArray(transfers.status, [...openStatuses])))
    .orderBy(turnOf(transfers.merchantId, byChance), byChance)
    .limit(maxFollowed);
  return db
    .select({ transfer: transfers, payout: payouts, signing: paymentSignings })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(paymentSignings, eq(paymentSignings.id, transfers.signingId))
    .where(inArray(transfers.id, next))
    .orderBy(byChance);
}

/** The wallets from which a payment may still come that we would want to know of. */
export async function selectOpenSenders(db: Queryable, chain: ChainKey): Promise<string[]> {
  const rows = await db
    .selectDistinct({ sender: transfers.sender })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .where(and(byHand(chain), isNotNull(transfers.sender), mayBePaid));
  return rows.flatMap(({ sender }) => (sender ? [sender] : []));
}

/** Open ones, and ones that were given up although nothing proves that they cannot come any more. */
const mayBePaid = or(
  inArray(transfers.status, [...openStatuses]),
  and(eq(transfers.status, 'dropped'), inArray(payouts.status, ['pending', 'processing'])),
);

/** Its preparer has proved the wallet, or had when it was prepared. */
const preparedAt = sql`case when ${transfers.signingId} is not null then ${transfers.createdAt} end`;
export const provedItsSender = isProvenOf(transfers.merchantId, transfers.sender, transfers.chain, preparedAt);

/** Payments that a Transfer log of this sender, payee, token and amount may be; open ones first, then the oldest. */
export async function selectCandidates(
  db: Queryable,
  chain: ChainKey,
  log: { token: string; from: string; to: string; amount: bigint; block: bigint },
): Promise<OpenPayment[]> {
  return db
    .select({ transfer: transfers, payout: payouts, signing: paymentSignings })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(paymentSignings, eq(paymentSignings.id, transfers.signingId))
    .where(
      and(
        byHand(chain),
        eq(transfers.sender, log.from),
        eq(payouts.token, log.token),
        eq(payouts.recipientAddress, log.to),
        eq(payouts.net, log.amount),
        or(isNull(transfers.preparedBlock), lte(transfers.preparedBlock, log.block + maxReorgBlocks)),
        mayBePaid,
        provedItsSender,
      ),
    )
    .orderBy(sql`${transfers.status} = 'dropped'`, asc(transfers.id));
}

/** Open payments of which a Safe's proposal is known. */
export async function selectProposals(db: Queryable, chain: ChainKey): Promise<Transfer[]> {
  return db
    .select()
    .from(transfers)
    .where(and(byHand(chain), isNotNull(transfers.proposal), inArray(transfers.status, [...openStatuses])));
}

/** Payouts that a person could pay now or is paying, with who holds them; newest last. */
export async function selectPayable(
  db: Queryable,
  filter: { merchantId: string; after?: string; ids?: string[]; limit: number },
): Promise<{ payout: Payout; hold: Hold | null }[]> {
  return db
    .select({ payout: payouts, hold: paymentHolds })
    .from(payouts)
    .leftJoin(paymentHolds, eq(paymentHolds.payoutId, payouts.id))
    .where(
      and(
        eq(payouts.merchantId, filter.merchantId),
        inArray(payouts.rail, handRails()),
        inArray(payouts.status, ['pending', 'processing']),
        filter.after !== undefined ? gt(payouts.id, filter.after) : undefined,
        filter.ids ? inArray(payouts.id, filter.ids) : undefined,
      ),
    )
    .orderBy(asc(payouts.id))
    .limit(filter.limit);
}

/** Of these payouts, those with a payment whose outcome is open: a wallet was asked for it, or the chain shows it. */
export async function selectUnderWay(db: Queryable, merchantId: string, payoutIds: string[]): Promise<string[]> {
  const rows = await db
    .select({ payoutId: transfers.payoutId })
    .from(transfers)
    .where(
      and(
        eq(transfers.merchantId, merchantId),
        inArray(transfers.payoutId, payoutIds),
        inArray(transfers.status, [...liveTransferStatuses]),
        or(ne(transfers.status, 'prepared'), isNotNull(transfers.askedAt)),
      ),
    );
  return rows.map(({ payoutId }) => payoutId);
}

/** Whether a hash was named for another signing: one transfer carries one. */
export async function isNamedElsewhere(
  db: Queryable,
  named: { chain: ChainKey; hash: string; merchantId: string; signingId: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: transfers.id })
    .from(transfers)
    .where(
      and(
        eq(transfers.chain, named.chain),
        eq(transfers.hash, named.hash),
        eq(transfers.merchantId, named.merchantId),
        ne(transfers.status, 'dropped'),
        or(isNull(transfers.signingId), ne(transfers.signingId, named.signingId)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
