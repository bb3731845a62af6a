import { and, asc, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { mails, merchants, payouts, relayedClaims, screenings, transfers } from '@/db/schema';
import { toPlay } from '@/db/to-play';
import { byChance, turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { sandboxAddresses, sandboxMailboxes } from '@/db/vocabulary/sandbox';
import type { Payout } from '@/lib/payouts/store';
import { claimedRails } from '@/lib/rails/traits';

const { paid, refused_by_token, screening_hit, awaiting_funds, undone } = sandboxAddresses;

/**
 * Test payouts of this chain of whose end a part is still to be played; merchants by turns. What stands as it was to come, and what
 * was to be cancelled, is none of them: it may stay so for a year, and holds up no other.
 */
export async function selectToPlay(db: Queryable, chain: ChainKey, limit: number): Promise<Payout[]> {
  const { id, merchantId, recipientAddress: to, status, obstacle, delivery } = payouts;
  const ofPayout = { relayed: eq(relayedClaims.payoutId, id), screened: eq(screenings.payoutId, id) };
  const relayed = db.select({ id: relayedClaims.id }).from(relayedClaims).where(ofPayout.relayed);
  const screened = db.select({ id: screenings.id }).from(screenings).where(ofPayout.screened);
  const lost = and(eq(transfers.payoutId, id), eq(transfers.failureCode, 'reorganised'));
  // Once: a merchant who has the chain looked at afterwards is told for good that it was paid.
  const wasUndone = db.select({ id: transfers.id }).from(transfers).where(lost);
  const isOpen = sql`case
    when ${status} = 'completed' then ${notExists(wasUndone)}
    when ${to} = ${refused_by_token} then ${obstacle} is distinct from 'token_refuses'
    when ${to} = ${awaiting_funds} then ${obstacle} is distinct from 'funds'
    when ${to} = ${screening_hit} then ${notExists(screened)}
    when ${to} in (${paid}, ${undone}) then ${delivery} <> 'send' and ${obstacle} is null and ${notExists(relayed)}
    else false end`;
  const rows = await db
    .select({ payout: payouts })
    .from(payouts)
    .innerJoin(merchants, eq(merchants.id, merchantId))
    .where(
      and(
        ...[eq(payouts.chain, chain), toPlay, inArray(payouts.rail, claimedRails()), eq(merchants.testMode, true)],
        ...[isNull(payouts.cancelRequestedAt), isOpen],
      ),
    )
    .orderBy(turnOf(merchantId, byChance), byChance)
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
