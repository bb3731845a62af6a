import type { Tx } from '@/db/client';
import type { PostingKind } from '@/db/vocabulary';
import { type Posting, post } from './post';
import { findPosting, selectRounds } from './store';

/** Books the opposite of an earlier posting, line by line, once. Throws when there is nothing to reverse. */
export async function reverse(tx: Tx, kind: PostingKind, originRef: string, now: Date): Promise<boolean> {
  const booked = await findPosting(tx, kind, originRef);
  const [first] = booked?.lines ?? [];
  if (!booked || !first) throw new Error(`Nothing is booked as ${kind} of ${originRef}`);
  return post(tx, {
    merchantId: booked.merchantId,
    chain: first.chain,
    symbol: first.symbol,
    kind: 'reversal',
    originRef: booked.id,
    payoutId: booked.payoutId ?? undefined,
    reverses: booked.id,
    lines: booked.lines.map((line) => ({ credit: line.debit, debit: line.credit, amount: line.amount })),
    now,
  });
}

/**
 * The name under which something stands in the books, or would: its own, or its next round's where that was reversed. A
 * chain that shows a block again which it had lost for a while has the same things booked anew.
 */
export async function standingRef(tx: Tx, kind: PostingKind, originRef: string): Promise<string> {
  const newest = (await selectRounds(tx, kind, [originRef])).get(originRef);
  if (!newest) return originRef;
  return newest.reversed ? `${originRef}:${newest.round + 1}` : newest.originRef;
}

/** Books what the chain shows unless it stands in the books: what was reversed is booked once more. True if booked. */
export async function postAnew(tx: Tx, posting: Posting): Promise<boolean> {
  return post(tx, { ...posting, originRef: await standingRef(tx, posting.kind, posting.originRef) });
}
