import type { Tx } from '@/db/client';
import type { PostingKind } from '@/db/vocabulary/books';
import type { Origin } from './origin';
import { type Posting, post } from './post';
import { findNewest, findPosting } from './store';

/** Books the opposite of an earlier posting, line by line, once. Throws when there is nothing to reverse. */
export async function reverse(tx: Tx, id: string, now: Date): Promise<boolean> {
  const booked = await findPosting(tx, id);
  if (!booked || booked.lines.length === 0) throw new Error(`Nothing is booked as ${id}`);
  const { merchantId, chain, symbol, subjectKind, subjectId } = booked;
  return post(tx, {
    ...{ merchantId, chain, symbol, subject: { kind: subjectKind, id: subjectId }, log: null },
    ...{ kind: 'reversal', reverses: id },
    lines: booked.lines.map((line) => ({ credit: line.debit, debit: line.credit, amount: line.amount })),
    now,
  });
}

/** The same for what stands in the books under this origin: its newest round. */
export async function reverseNewest(tx: Tx, kind: PostingKind, origin: Origin, now: Date): Promise<boolean> {
  const newest = await findNewest(tx, kind, origin);
  if (!newest) throw new Error(`Nothing is booked as ${kind} of ${origin.subject.id}`);
  return reverse(tx, newest.id, now);
}

/**
 * Books what the chain shows unless it stands in the books. A chain that shows a block again which it had lost for a
 * while has the same things booked once more, as their next round. True if booked.
 */
export async function postAgain(tx: Tx, posting: Posting): Promise<boolean> {
  const newest = await findNewest(tx, posting.kind, posting);
  if (newest && !newest.reversed) return false;
  return post(tx, { ...posting, round: (newest?.round ?? 0) + 1 });
}
