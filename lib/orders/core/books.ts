import type { Tx } from '@/db/client';
import { type Posting, postAll } from '@/lib/ledger/post';
import type { PromisesOf } from '@/lib/ledger/promise';
import { railTerms, termsOf } from '@/lib/rails/traits';
import { type Order, selectHeld, selectMerchantsWithOrders, selectUneven } from './store';

/** What the books must keep for orders: what each of them holds. The postings of one order are its own account. */
export const orderPromises: PromisesOf = {
  accounts: Object.values(railTerms).map(({ books }) => books.escrow),
  selectOpen: selectHeld,
  selectMerchants: selectMerchantsWithOrders,
  selectUneven,
};

/** `after` is the order as this booking leaves it: its version names the booking, so that it is booked once. */
function postingOf(after: Order, kind: 'escrow' | 'unescrow', amount: bigint, now: Date): Posting {
  const { merchantId, chain, symbol, id, version: round } = after;
  const { source, escrow } = termsOf(after.rail).books;
  const [credit, debit] = kind === 'escrow' ? [source, escrow] : [escrow, source];
  const subject = { kind: 'order' as const, id };
  const lines = [{ credit, debit, amount }];
  return { merchantId, chain, symbol, subject, log: null, kind, round, lines, now };
}

/** Books what changes put into the accounts of orders, and what they took out. */
export async function bookHeld(
  tx: Tx,
  moved: readonly { after: Order; into: bigint; out: bigint }[],
  now: Date,
): Promise<void> {
  const postings = moved.flatMap(({ after, into, out }) => [
    ...(into > 0n ? [postingOf(after, 'escrow', into, now)] : []),
    ...(out > 0n ? [postingOf(after, 'unescrow', out, now)] : []),
  ]);
  await postAll(tx, postings);
}
