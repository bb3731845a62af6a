import { and, asc, eq, gt, inArray, isNotNull, isNull, notExists, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '@/db/client';
import { paymentSignings, payouts, transfers } from '@/db/schema';
import { byChance, turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { liveTransferStatuses } from '@/db/vocabulary/payouts';
import { maxFollowed, type Transfer } from '@/lib/payouts/transfer-store';
import { handRails } from '@/lib/rails/traits';
import type { OpenPayment } from './store';

/** What became of payments by hand after they were given up. */

/** The chain showed it while another payment of its payout was open: it could not be booked then. */
const arrived = and(eq(transfers.status, 'dropped'), isNotNull(transfers.logIndex));
/** Its hash is known, and no node has shown it yet. */
const unseen = and(eq(transfers.status, 'dropped'), isNotNull(transfers.hash), isNull(transfers.seenAt));

/** Selects payments that were given up and may have come, of payouts that nothing else pays; unseen ones `since`. */
export async function selectGivenUp(db: Queryable, chain: ChainKey, since: Date): Promise<OpenPayment[]> {
  const other = alias(transfers, 'other');
  const live = db
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.payoutId, transfers.payoutId), inArray(other.status, [...liveTransferStatuses])));
  return db
    .select({ transfer: transfers, payout: payouts, signing: paymentSignings })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(paymentSignings, eq(paymentSignings.id, transfers.signingId))
    .where(
      and(
        eq(transfers.chain, chain),
        inArray(transfers.rail, handRails()),
        or(arrived, and(unseen, gt(transfers.updatedAt, since))),
        eq(payouts.status, 'pending'),
        notExists(live),
      ),
    )
    .orderBy(turnOf(transfers.merchantId, byChance), byChance)
    .limit(maxFollowed);
}

/** Of these payouts, payments that were given up and that the chain has shown since. */
export async function selectArrived(db: Queryable, merchantId: string, payoutIds: string[]): Promise<Transfer[]> {
  const ofPayouts = and(eq(transfers.merchantId, merchantId), inArray(transfers.payoutId, payoutIds));
  return db
    .select()
    .from(transfers)
    .where(and(ofPayouts, inArray(transfers.rail, handRails()), arrived));
}

/** Of these payouts, payments that were given up on nothing but a person's word, oldest first. */
export async function selectTrusted(db: Queryable, merchantId: string, payoutIds: string[]): Promise<Transfer[]> {
  const ofPayouts = and(eq(transfers.merchantId, merchantId), inArray(transfers.payoutId, payoutIds));
  return db
    .select()
    .from(transfers)
    .where(and(ofPayouts, eq(transfers.status, 'dropped'), isNotNull(transfers.deniedAtBlock)))
    .orderBy(asc(transfers.id));
}
