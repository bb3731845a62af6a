import type { Queryable, Tx } from '@/db/client';
import type { AccountKind, ClearingAccount } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { TokenMove } from '@/lib/evm/token-moves';
import { type LogPlace, nameOfLog, type Origin, type Subject } from '@/lib/ledger/origin';
import { post } from '@/lib/ledger/post';
import { reverse } from '@/lib/ledger/reverse';
import type { Known } from './known-store';
import { findOutflow, type Outflow, selectOutflowsOf } from './ledger-store';

/** One movement out of a known wallet, with its holder and round in the books. */
export type Outgoing = {
  merchantId: string;
  chain: ChainKey;
  symbol: string;
  move: TokenMove;
  wallet: Known;
  holder: Subject;
  round: number;
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
  const holder: Subject = wallet.vault
    ? { kind: 'vault', id: wallet.vault.id }
    : { kind: 'own_wallets', id: merchantId };
  return { merchantId, chain, symbol, move, wallet, holder, round: 1 };
}

function logOf({ move }: Outgoing): LogPlace {
  const { block: blockNumber, blockHash, hash, logIndex } = move;
  return { blockNumber, blockHash, hash, logIndex };
}

function originOf(out: Outgoing): Origin {
  return { chain: out.chain, subject: out.holder, log: logOf(out) };
}

/** Compares movements and names the lines about them. */
export function nameOf(out: Outgoing): string {
  return nameOfLog(out.chain, logOf(out), out.holder.id, out.round);
}

/** What is booked of these movements, by their names; each round has its own. */
export async function selectBooked(db: Queryable, outgoing: readonly Outgoing[]): Promise<Map<string, Outflow>> {
  const [first] = outgoing;
  if (!first) return new Map();
  const booked = await selectOutflowsOf(db, [...new Set(outgoing.map(({ move }) => move.hash))]);
  return new Map(
    booked.flatMap((one) =>
      one.log ? [[nameOfLog(first.chain, one.log, one.subject.id, one.round), one] as const] : [],
    ),
  );
}

/** The same movements in the rounds that were booked last: what was lost and found is another round. */
export async function inNewestRound(db: Queryable, outgoing: readonly Outgoing[]): Promise<Outgoing[]> {
  const newest = new Map<string, number>();
  for (const { log, subject, round } of (await selectBooked(db, outgoing)).values()) {
    const [first] = outgoing;
    if (log && first) newest.set(nameOfLog(first.chain, log, subject.id), round);
  }
  return outgoing.map((out) => ({ ...out, round: newest.get(nameOf({ ...out, round: 1 })) ?? 1 }));
}

/** Where the books had the money of a wallet: the vault's in `available`, what is paid by hand in `own_wallets`. */
function sourceOf(wallet: Known): AccountKind {
  return wallet.vault ? 'available' : 'own_wallets';
}

async function findBooked(tx: Tx, out: Outgoing): Promise<Outflow | null> {
  return (await selectBooked(tx, [out])).get(nameOf(out)) ?? null;
}

/** Books that money left and nobody explains it, unless this movement was booked before. Returns the posting. */
export async function suspend(tx: Tx, out: Outgoing, now: Date): Promise<string> {
  const { merchantId, symbol, move, wallet, round } = out;
  const lines = [{ credit: sourceOf(wallet), debit: 'suspense' as const, amount: move.amount }];
  await post(tx, { ...originOf(out), merchantId, symbol, kind: 'outflow', round, lines, now });
  const booked = await findBooked(tx, out);
  if (!booked) throw new Error(`${nameOf(out)} is not in the books`);
  return booked.id;
}

/** What left turned out to be a claim, which its own settlement books: the outflow was one too many. True if undone. */
export async function undoOutflow(tx: Tx, out: Outgoing, now: Date): Promise<boolean> {
  const booked = await findBooked(tx, out);
  return booked !== null && undo(tx, booked, now);
}

export async function undoPosting(tx: Tx, postingId: string, now: Date): Promise<boolean> {
  const booked = await findOutflow(tx, postingId);
  return booked !== null && undo(tx, booked, now);
}

async function undo(tx: Tx, booked: Outflow, now: Date): Promise<boolean> {
  if (booked.reversed || booked.cleared) return false;
  return reverse(tx, booked.id, now);
}

/**
 * What left is a payment by hand or went to a wallet of the merchant: it is taken out of suspense, or booked straight
 * from the vault to the merchant's wallets, out of which payments by hand are booked. True if anything was written.
 */
export async function toOwnWallets(tx: Tx, out: Outgoing, now: Date): Promise<boolean> {
  const { merchantId, chain, symbol, move, wallet, round } = out;
  const booked = await findBooked(tx, out);
  const what = { merchantId, chain, symbol, amount: move.amount };
  if (booked) return clear(tx, { ...what, postingId: booked.id }, 'own_wallets', now);
  if (!wallet.vault) return false;
  const lines = [{ credit: 'available' as const, debit: 'own_wallets' as const, amount: move.amount }];
  return post(tx, { ...originOf(out), merchantId, symbol, kind: 'outflow', round, lines, now });
}

export type Suspended = { merchantId: string; chain: ChainKey; symbol: string; postingId: string; amount: bigint };

/** Books what lies in suspense to an account, once. False when it does not lie there (any more). */
export async function clear(tx: Tx, what: Suspended, account: ClearingAccount, now: Date): Promise<boolean> {
  const { amount, postingId, ...rest } = what;
  const booked = await findOutflow(tx, postingId);
  if (booked?.debit !== 'suspense' || booked.reversed || booked.cleared) return false;
  const { subject, log, round } = booked;
  const lines = [{ credit: 'suspense' as const, debit: account, amount }];
  return post(tx, { ...rest, subject, log, round, kind: 'clear', lines, now });
}
