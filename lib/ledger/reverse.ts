import type { Tx } from '@/db/client';
import type { PostingKind } from '@/db/vocabulary';
import { post } from './post';
import { findPosting } from './store';

/** Books the opposite of an earlier posting, line by line, once. Throws when there is nothing to reverse. */
export async function reverse(tx: Tx, kind: PostingKind, sourceRef: string, now: Date): Promise<boolean> {
  const booked = await findPosting(tx, kind, sourceRef);
  const [first] = booked?.lines ?? [];
  if (!booked || !first) throw new Error(`Nothing is booked as ${kind} of ${sourceRef}`);
  return post(tx, {
    merchantId: booked.merchantId,
    chain: first.chain,
    symbol: first.symbol,
    kind: 'reversal',
    sourceRef: booked.id,
    payoutId: booked.payoutId ?? undefined,
    reverses: booked.id,
    lines: booked.lines.map((line) => ({ credit: line.debit, debit: line.credit, amount: line.amount })),
    now,
  });
}
