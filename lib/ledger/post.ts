import type { Tx } from '@/db/client';
import type { AccountKind, PostingKind } from '@/db/vocabulary';
import { newId } from '@/lib/kernel/ids';
import type { Origin } from './origin';
import { insertEntries, insertPosting } from './store';

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
  const { lines, now, subject, log, ...rest } = posting;
  const { merchantId, chain, symbol } = posting;
  const moving = lines.filter((line) => line.amount !== 0n);
  const id = newId('posting', now.getTime());
  const row = { ...rest, ...log, id, subjectKind: subject.kind, subjectId: subject.id, createdAt: now };
  if (!(await insertPosting(tx, row))) return false;
  if (moving.length > 0) {
    await insertEntries(
      tx,
      moving.map((line) => ({ ...line, merchantId, postingId: id, chain, symbol })),
    );
  }
  return true;
}
