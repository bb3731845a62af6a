import type { Queryable, Tx } from '@/db/client';
import type { AccountKind, ChainKey, ClearingAccount } from '@/db/vocabulary';
import type { TokenMove } from '@/lib/evm/token-moves';
import { post } from '@/lib/ledger/post';
import { reverse } from '@/lib/ledger/reverse';
import { selectRounds } from '@/lib/ledger/store';
import { moveRef } from '@/lib/watcher/book-moves';
import type { Known } from './known-store';
import { selectOutflows } from './ledger-store';

/** One movement out of a known wallet, as the books name it. */
export type Outgoing = {
  merchantId: string;
  chain: ChainKey;
  symbol: string;
  move: TokenMove;
  wallet: Known;
  /** Names it in postings. */
  ref: string;
};

/** What left a vault before its books were open is in nobody's books: it may have paid a payout, and is not asked about. */
export function outgoingOf(
  merchantId: string,
  chain: ChainKey,
  symbol: string,
  move: TokenMove,
  known: Known,
): Outgoing {
  const opened = known.vault?.openedBlock;
  const isOpen = !known.vault || (opened != null && move.block > opened);
  const wallet = isOpen ? known : { ...known, vault: null, booked: false };
  return { merchantId, chain, symbol, move, wallet, ref: moveRef(chain, move, wallet.vault?.id ?? merchantId) };
}

/** The same movements by the names under which they were booked last: what was lost and found is another round. */
export async function inNewestRound(db: Queryable, outgoing: readonly Outgoing[]): Promise<Outgoing[]> {
  const names = outgoing.map(({ ref }) => ref);
  const rounds = await selectRounds(db, 'outflow', names);
  return outgoing.map((out) => ({ ...out, ref: rounds.get(out.ref)?.originRef ?? out.ref }));
}

/** Where the books had the money of a wallet: the vault's in `available`, what is paid by hand in `own_wallets`. */
function sourceOf(wallet: Known): AccountKind {
  return wallet.vault ? 'available' : 'own_wallets';
}

/** Books that money left and nobody explains it. Nothing happens when this movement was booked before. */
export async function suspend(tx: Tx, out: Outgoing, now: Date): Promise<void> {
  const { merchantId, chain, symbol, move, wallet, ref: originRef } = out;
  const lines = [{ credit: sourceOf(wallet), debit: 'suspense' as const, amount: move.amount }];
  await post(tx, { merchantId, chain, symbol, kind: 'outflow', originRef, lines, now });
}

/** What left turned out to be a claim, which its own settlement books: the outflow was one too many. True if undone. */
export async function undoOutflow(tx: Tx, ref: string, now: Date): Promise<boolean> {
  const booked = (await selectOutflows(tx, [ref])).get(ref);
  if (!booked || booked.reversed || booked.cleared) return false;
  return reverse(tx, 'outflow', ref, now);
}

/**
 * What left is a payment by hand or went to a wallet of the merchant: it is taken out of suspense, or booked straight
 * from the vault to the merchant's wallets, out of which payments by hand are booked. True if anything was written.
 */
export async function toOwnWallets(tx: Tx, out: Outgoing, now: Date): Promise<boolean> {
  const { merchantId, chain, symbol, move, wallet, ref: originRef } = out;
  const booked = (await selectOutflows(tx, [originRef])).get(originRef);
  if (booked) return clear(tx, { merchantId, chain, symbol, originRef, amount: move.amount }, 'own_wallets', now);
  if (!wallet.vault) return false;
  const lines = [{ credit: 'available' as const, debit: 'own_wallets' as const, amount: move.amount }];
  return post(tx, { merchantId, chain, symbol, kind: 'outflow', originRef, lines, now });
}

export type Suspended = { merchantId: string; chain: ChainKey; symbol: string; originRef: string; amount: bigint };

/** Books what lies in suspense to an account, once. False when it does not lie there (any more). */
export async function clear(tx: Tx, what: Suspended, account: ClearingAccount, now: Date): Promise<boolean> {
  const { amount, originRef, ...rest } = what;
  const booked = (await selectOutflows(tx, [originRef])).get(originRef);
  if (booked?.debit !== 'suspense' || booked.reversed || booked.cleared) return false;
  const lines = [{ credit: 'suspense' as const, debit: account, amount }];
  return post(tx, { ...rest, kind: 'clear', originRef, lines, now });
}
