import type { Tx } from '@/db/client';
import type { AccountKind, ChainKey, PostingKind } from '@/db/vocabulary';
import { newId } from '@/lib/kernel/ids';
import { insertEntries, insertPosting } from './store';

/** `amount` base units leave `credit` and arrive at `debit`: a line is balanced because it names both sides. */
export type Line = { credit: AccountKind; debit: AccountKind; amount: bigint };

export type Posting = {
  merchantId: string;
  chain: ChainKey;
  symbol: string;
  kind: PostingKind;
  /** What is booked. Together with the kind it can be booked once, whoever tries again. */
  originRef: string;
  payoutId?: string;
  reverses?: string;
  lines: Line[];
  now: Date;
};

/** Books inside the caller's transaction. False, and nothing written, when this was booked before. */
export async function post(tx: Tx, posting: Posting): Promise<boolean> {
  const { lines, now, chain, symbol, ...rest } = posting;
  const moving = lines.filter((line) => line.amount !== 0n);
  const id = newId('posting', now.getTime());
  if (!(await insertPosting(tx, { ...rest, id, createdAt: now }))) return false;
  if (moving.length > 0) {
    await insertEntries(
      tx,
      moving.map((line) => ({ ...line, merchantId: posting.merchantId, postingId: id, chain, symbol })),
    );
  }
  return true;
}
