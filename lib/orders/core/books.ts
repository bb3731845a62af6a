import type { Tx } from '@/db/client';
import { post } from '@/lib/ledger/post';
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
async function book(tx: Tx, after: Order, kind: 'escrow' | 'unescrow', amount: bigint, now: Date): Promise<void> {
  const { merchantId, chain, symbol, id, version: round } = after;
  const { source, escrow } = termsOf(after.rail).books;
  const [credit, debit] = kind === 'escrow' ? [source, escrow] : [escrow, source];
  const subject = { kind: 'order' as const, id };
  await post(tx, {
    merchantId,
    chain,
    symbol,
    subject,
    log: null,
    kind,
    round,
    lines: [{ credit, debit, amount }],
    now,
  });
}

/** Books what a change put into an order's account, and what it took out. */
export async function bookHeld(tx: Tx, after: Order, moved: { into: bigint; out: bigint }, now: Date): Promise<void> {
  if (moved.into > 0n) await book(tx, after, 'escrow', moved.into, now);
  if (moved.out > 0n) await book(tx, after, 'unescrow', moved.out, now);
}
