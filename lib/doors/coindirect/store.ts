import { and, asc, desc, eq, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import {
  claimLinks,
  coindirectPayouts,
  merchantAssets,
  merchants,
  payouts,
  relayedClaims,
  transfers,
} from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import { liveRelayedStatuses } from '@/db/vocabulary/relay';
import type { Payout } from '@/lib/payouts/store';

export type CoindirectPayout = typeof coindirectPayouts.$inferSelect;

export async function insertCoindirectPayout(tx: Tx, row: typeof coindirectPayouts.$inferInsert): Promise<void> {
  await tx.insert(coindirectPayouts).values(row);
}

/** By its uuid alone, which is what its holder brings. */
export async function findPayoutOf(db: Queryable, uuid: string): Promise<CoindirectPayout | null> {
  const [row] = await db.select().from(coindirectPayouts).where(eq(coindirectPayouts.uuid, uuid.toLowerCase()));
  return row ?? null;
}

/** What a merchant's payout is called. */
export async function findOwnPayout(db: Queryable, merchantId: string, uuid: string): Promise<string | null> {
  const [row] = await db
    .select({ payoutId: coindirectPayouts.payoutId })
    .from(coindirectPayouts)
    .where(and(eq(coindirectPayouts.merchantId, merchantId), eq(coindirectPayouts.uuid, uuid.toLowerCase())));
  return row?.payoutId ?? null;
}

const ofUuid = (uuid: string) => eq(coindirectPayouts.uuid, uuid.toLowerCase());

const asked = sql`select from ${relayedClaims} where ${relayedClaims.payoutId} = ${coindirectPayouts.payoutId}`;
const isSending = sql`exists (${asked} and ${inArray(relayedClaims.status, [...liveRelayedStatuses])})`;
/** What the portal was asked to send once, and sends no more. */
const isGivenUp = sql`(exists (${asked}) and not ${isSending})`;

/** Where it is to go, until that is accepted, and again once that was given up. False where it is on its way. */
export async function setAddress(db: Database, uuid: string, address: string | null): Promise<boolean> {
  const rows = await db
    .update(coindirectPayouts)
    .set({ address, acceptedAt: null })
    .where(and(ofUuid(uuid), or(isNull(coindirectPayouts.acceptedAt), isGivenUp)))
    .returning({ uuid: coindirectPayouts.uuid });
  return rows.length === 1;
}

/** From now on the address stays as it is. Null where there is none yet. */
export async function markAccepted(db: Database, uuid: string, now: Date): Promise<CoindirectPayout | null> {
  const [row] = await db
    .update(coindirectPayouts)
    .set({ acceptedAt: sql`coalesce(${coindirectPayouts.acceptedAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(ofUuid(uuid), sql`${coindirectPayouts.address} is not null`))
    .returning();
  return row ?? null;
}

/** Another address may be named again, unless one who accepted it at the same time has it sent. */
export async function unmarkAccepted(db: Database, uuid: string): Promise<void> {
  await db
    .update(coindirectPayouts)
    .set({ acceptedAt: null })
    .where(and(ofUuid(uuid), sql`not ${isSending}`));
}

/** The networks on which a merchant pays out an asset. */
export async function chainsOf(db: Queryable, merchantId: string, symbol: string): Promise<ChainKey[]> {
  const rows = await db
    .select({ chain: merchantAssets.chain })
    .from(merchantAssets)
    .where(and(eq(merchantAssets.merchantId, merchantId), eq(merchantAssets.symbol, symbol)))
    .orderBy(asc(merchantAssets.chain));
  return rows.map(({ chain }) => chain);
}

/** What merchants of this installation pay out, once each. */
export async function selectOffered(db: Queryable): Promise<{ chain: ChainKey; symbol: string }[]> {
  return db
    .selectDistinct({ chain: merchantAssets.chain, symbol: merchantAssets.symbol })
    .from(merchantAssets)
    .orderBy(asc(merchantAssets.symbol), asc(merchantAssets.chain));
}

export async function findMerchantName(db: Queryable, merchantId: string): Promise<string> {
  const [row] = await db.select({ name: merchants.name }).from(merchants).where(eq(merchants.id, merchantId));
  return row?.name ?? '';
}

export type Filter = {
  merchantId: string;
  statuses?: readonly PayoutStatus[];
  from?: Date;
  /** The first moment that is not meant any more. */
  before?: Date;
  reference?: string;
  uuid?: string;
  /** A uuid, reference, address or hash. */
  q?: string;
  offset: number;
  max: number;
  oldestFirst: boolean;
};

const called = (uuid: string) =>
  sql`exists (select from ${coindirectPayouts} where ${coindirectPayouts.payoutId} = ${payouts.id} and ${coindirectPayouts.uuid} = ${uuid.toLowerCase()})`;

function named(q: string) {
  const text = q.toLowerCase();
  const moved = sql`exists (select from ${transfers} where ${transfers.payoutId} = ${payouts.id}
    and (${transfers.hash} = ${text} or ${transfers.recipient} = ${text}))`;
  return or(eq(payouts.reference, q), eq(payouts.recipientAddress, text), called(q), moved);
}

export async function selectFiltered(db: Queryable, filter: Filter): Promise<Payout[]> {
  const { merchantId, statuses, from, before, reference, uuid, q, offset, max, oldestFirst } = filter;
  return db
    .select()
    .from(payouts)
    .where(
      and(
        eq(payouts.merchantId, merchantId),
        statuses && inArray(payouts.status, [...statuses]),
        from && gte(payouts.createdAt, from),
        before && lt(payouts.createdAt, before),
        reference === undefined ? undefined : eq(payouts.reference, reference),
        uuid === undefined ? undefined : called(uuid),
        q === undefined ? undefined : named(q),
      ),
    )
    .orderBy(oldestFirst ? asc(payouts.id) : desc(payouts.id))
    .offset(offset)
    .limit(max);
}

/** Whether the first link of a payout still opens. */
export async function isLinkLive(db: Queryable, linkHash: string): Promise<boolean> {
  const rows = await db
    .select({ id: claimLinks.payoutId })
    .from(claimLinks)
    .where(and(eq(claimLinks.tokenHash, linkHash), isNull(claimLinks.revokedAt)));
  return rows.length > 0;
}
