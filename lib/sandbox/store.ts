import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { mails, merchants, payouts } from '@/db/schema';
import { toPlay } from '@/db/to-play';
import { type ChainKey, sandboxMailboxes } from '@/db/vocabulary';
import type { Payout } from '@/lib/payouts/store';
import { claimedRails } from '@/lib/rails/traits';

/** Test payouts of this chain of whose end a part is still to be played, the oldest first. */
export async function selectToPlay(db: Queryable, chain: ChainKey, limit: number): Promise<Payout[]> {
  const rows = await db
    .select({ payout: payouts })
    .from(payouts)
    .innerJoin(merchants, eq(merchants.id, payouts.merchantId))
    .where(and(eq(payouts.chain, chain), toPlay, inArray(payouts.rail, claimedRails()), eq(merchants.testMode, true)))
    .orderBy(asc(payouts.id))
    .limit(limit);
  return rows.map(({ payout }) => payout);
}

/** Mails about payouts of test merchants that have left for a reserved mailbox, of which nothing was heard yet. */
export async function selectMailsToPlay(db: Queryable, limit: number) {
  const reserved = inArray(mails.recipient, Object.values(sandboxMailboxes));
  return db
    .select({ id: mails.id, recipient: mails.recipient })
    .from(mails)
    .innerJoin(merchants, eq(merchants.id, mails.merchantId))
    .where(and(reserved, isNotNull(mails.payoutId), eq(mails.state, 'sent'), eq(merchants.testMode, true)))
    .orderBy(asc(mails.id))
    .limit(limit);
}
