import type { Part } from '@/db/as-one';
import type { Tx } from '@/db/client';
import type { AccountKind, PostingKind } from '@/db/vocabulary/books';
import { newId } from '@/lib/kernel/ids';
import type { Origin } from './origin';
import { insertPostings, postingParts } from './store';

/** `amount` base units leave `credit` and arrive at `debit`: a line is balanced because it names both sides. */
export type Line = { credit: AccountKind; debit: AccountKind; amount: bigint };

/** Origin, kind and round name what is booked: it can be booked once; a second try changes nothing. */
export type Posting = Origin & {
  merchantId: string;
  symbol: string;
  kind: PostingKind;
  round?: number;
  reverses?: string;
  lines: Line[];
  now: Date;
};

/** Books inside the caller's transaction. False, and nothing written, when this was booked before. */
export async function post(tx: Tx, posting: Posting): Promise<boolean> {
  const { row, entries } = rowsOf(posting);
  return (await insertPostings(tx, [row], entries)).has(row.id);
}

/** The same of many things, which may not be one and the same. Throws where any of them was booked before. */
export async function postAll(tx: Tx, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return;
  const all = postings.map(rowsOf);
  const booked = await insertPostings(
    tx,
    all.map(({ row }) => row),
    all.flatMap(({ entries }) => entries),
  );
  const former = all.find(({ row }) => !booked.has(row.id));
  if (former) throw new Error(`${former.row.kind} of ${former.row.subjectId} was booked before`);
}

/** The same as parts of one statement, for at least one posting that moves something. */
export function postParts(postings: readonly Posting[]): Part[] {
  const all = postings.map(rowsOf);
  return postingParts(
    all.map(({ row }) => row),
    all.flatMap(({ entries }) => entries),
  );
}

function rowsOf(posting: Posting) {
  const { lines, now, subject, log, ...rest } = posting;
  const { merchantId, chain, symbol } = posting;
  const moving = lines.filter((line) => line.amount !== 0n);
  const id = newId('posting', now.getTime());
  return {
    row: { ...rest, ...log, id, subjectKind: subject.kind, subjectId: subject.id, createdAt: now },
    entries: moving.map((line) => ({ ...line, merchantId, postingId: id, chain, symbol })),
  };
}
