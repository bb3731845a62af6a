import type { Part } from '@/db/as-one';
import type { Tx } from '@/db/client';
import type { LogPlace, Origin } from '@/lib/ledger/origin';
import { type Line, type Posting, post, postParts } from '@/lib/ledger/post';
import type { PromisesOf } from '@/lib/ledger/promise';
import { postAgain, reverseNewest } from '@/lib/ledger/reverse';
import { railTerms, termsOf } from '@/lib/rails/traits';
import { reservedStatuses } from './status';
import { type Payout, selectMerchantsWithPayouts, selectPromised, selectVaults } from './store';
import type { Transfer } from './transfer-store';

/** What the books must have set aside for payouts: the gross amount of each that is open. */
export const payoutPromises: PromisesOf = {
  accounts: Object.values(railTerms).map(({ books }) => books.promised),
  selectOpen: (tx, merchantId) => selectPromised(tx, merchantId, reservedStatuses),
  selectMerchants: selectMerchantsWithPayouts,
};

function facts({ merchantId, chain, symbol, id }: Payout) {
  return { merchantId, chain, symbol, subject: { kind: 'payout' as const, id } };
}

/** Each setting aside has a number of its own: a payout that failed and is tried again reserves again. */
function roundOf({ version }: Payout) {
  return { log: null, round: version };
}

export async function reserve(tx: Tx, payout: Payout, now: Date): Promise<void> {
  await post(tx, reservation(payout, now));
}

/** The same of payouts that are made together, as parts of one statement. */
export function reserveParts(payouts: readonly Payout[], now: Date): Part[] {
  return postParts(payouts.map((payout) => reservation(payout, now)));
}

function reservation(payout: Payout, now: Date): Posting {
  const { source, promised } = termsOf(payout.rail).books;
  const lines: Line[] = [{ credit: source, debit: promised, amount: payout.gross }];
  return { ...facts(payout), kind: 'reserve', ...roundOf(payout), lines, now };
}

export async function unreserve(tx: Tx, payout: Payout, now: Date): Promise<void> {
  const { source, promised } = termsOf(payout.rail).books;
  const lines: Line[] = [{ credit: promised, debit: source, amount: payout.gross }];
  await post(tx, { ...facts(payout), kind: 'unreserve', ...roundOf(payout), lines, now });
}

/** An open payout comes to something else, of the same asset or of another one: what was set aside for it is exchanged. */
export async function reserveAgain(tx: Tx, before: Payout, after: Payout, now: Date): Promise<void> {
  await unreserve(tx, { ...before, version: after.version }, now);
  await reserve(tx, after, now);
}

/** The one log that pays: after a reorganisation the same transfer in another block is another one. */
function logThatPays({ id, blockNumber, blockHash, hash, logIndex }: Transfer): LogPlace {
  if (blockNumber === null || !blockHash || !hash || logIndex === null)
    throw new Error(`${id} has no place in the chain`);
  return { blockNumber, blockHash, hash, logIndex };
}

export async function settle(tx: Tx, payout: Payout, transfer: Transfer, now: Date): Promise<void> {
  const { promised } = termsOf(payout.rail).books;
  const lines: Line[] = [
    { credit: promised, debit: 'paid', amount: payout.net },
    { credit: promised, debit: 'fees', amount: payout.fee },
  ];
  const booked = await postAgain(tx, { ...facts(payout), kind: 'settle', log: logThatPays(transfer), lines, now });
  if (!booked) throw new Error(`The log that should settle ${payout.id} has settled something before`);
  await drawFromVault(tx, payout, transfer, now);
}

/**
 * A payment by hand from the vault's own wallet takes from what the vault holds. Booked under the movement's own name, so
 * that it is never booked as unexplained, too; where it was before, reconciliation clears it.
 */
async function drawFromVault(tx: Tx, payout: Payout, transfer: Transfer, now: Date): Promise<void> {
  const { blockNumber, blockHash, hash, logIndex, sender, chain } = transfer;
  if (termsOf(payout.rail).needsVault) return;
  if (blockNumber === null || !blockHash || !hash || logIndex === null || !sender) return;
  const { merchantId, symbol, net: amount } = payout;
  const vault = (await selectVaults(tx, chain)).find((one) => one.merchantId === merchantId && one.address === sender);
  if (!vault || vault.openedBlock === null || blockNumber <= vault.openedBlock) return;
  const subject = { kind: 'vault' as const, id: vault.id };
  const log = { blockNumber, blockHash, hash, logIndex };
  const lines: Line[] = [{ credit: 'available', debit: 'own_wallets', amount }];
  await postAgain(tx, { merchantId, chain, symbol, kind: 'outflow', subject, log, lines, now });
}

export async function unsettle(tx: Tx, transfer: Transfer, now: Date): Promise<void> {
  const { chain, payoutId: id } = transfer;
  const origin: Origin = { chain, subject: { kind: 'payout', id }, log: logThatPays(transfer) };
  await reverseNewest(tx, 'settle', origin, now);
}
