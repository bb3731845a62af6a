import type { Queryable } from '@/db/client';
import { selectTrusted } from '@/lib/by-hand/sightings/given-up-store';
import { shortAddress } from '@/lib/chains/address';
import type { Payout } from '@/lib/payouts/store';
import type { DestinationNote } from '@/lib/payouts/terms/destination-schema';
import type { Transfer } from '@/lib/payouts/transfer-store';

/**
 * Tells the next payer what to know: a payment that was given up on a person's word may still lie signed in a wallet,
 * and then pays a second time. Only the chain could exclude it, and it has not.
 */
export async function givenUpNotes(db: Queryable, payouts: readonly Payout[]): Promise<DestinationNote[]> {
  const [first] = payouts;
  if (!first) return [];
  const ids = payouts.map(({ id }) => id);
  const given = await selectTrusted(db, first.merchantId, ids);
  // One note for each wallet: who looked into it once has looked.
  const once = new Map(given.map((transfer) => [`${transfer.payoutId} ${transfer.sender}`, transfer]));
  return [...once.values()].map((transfer) => ({
    payout_id: transfer.payoutId,
    check: 'given_up_before',
    blocking: false,
    text: textOf(transfer),
  }));
}

function textOf({ sender, hash, createdAt }: Transfer): string {
  const day = createdAt.toISOString().slice(0, 10);
  if (hash) return `A payment of it, ${hash}, was given up on a person’s word. Look at it first: it may still pay.`;
  const from = sender ? `from ${shortAddress(sender)}` : 'elsewhere';
  return `It was to be paid ${from} on ${day}, and given up on a person’s word. If that was signed after all, paying now pays twice: look into that wallet first.`;
}
