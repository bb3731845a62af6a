import type { Tx } from '@/db/client';
import type { Line } from '@/lib/ledger/post';
import { post } from '@/lib/ledger/post';
import { postAnew, reverse, standingRef } from '@/lib/ledger/reverse';
import { termsOf } from '@/lib/rails/traits';
import { moveRef } from '@/lib/watcher/book-moves';
import { type Payout, selectVaults } from './store';
import type { Transfer } from './transfer-store';

function facts(payout: Payout) {
  return { merchantId: payout.merchantId, chain: payout.chain, symbol: payout.symbol, payoutId: payout.id };
}

/** Each setting aside has a number of its own: a payout that failed and is tried again reserves anew. */
function roundOf(payout: Payout): string {
  return `${payout.id}:${payout.version}`;
}

export async function reserve(tx: Tx, payout: Payout, now: Date): Promise<void> {
  const { source, promised } = termsOf(payout.rail).books;
  const lines: Line[] = [{ credit: source, debit: promised, amount: payout.gross }];
  await post(tx, { ...facts(payout), kind: 'reserve', originRef: roundOf(payout), lines, now });
}

export async function unreserve(tx: Tx, payout: Payout, now: Date): Promise<void> {
  const { source, promised } = termsOf(payout.rail).books;
  const lines: Line[] = [{ credit: promised, debit: source, amount: payout.gross }];
  await post(tx, { ...facts(payout), kind: 'unreserve', originRef: roundOf(payout), lines, now });
}

/** Names the one log that pays: after a reorganisation the same transfer in another block is another one. */
function settlementRef(transfer: Transfer): string {
  return `${transfer.chain}:${transfer.blockHash}:${transfer.hash}:${transfer.logIndex}`;
}

export async function settle(tx: Tx, payout: Payout, transfer: Transfer, now: Date): Promise<void> {
  const { promised } = termsOf(payout.rail).books;
  const lines: Line[] = [
    { credit: promised, debit: 'paid', amount: payout.net },
    { credit: promised, debit: 'fees', amount: payout.fee },
  ];
  const originRef = settlementRef(transfer);
  const booked = await postAnew(tx, { ...facts(payout), kind: 'settle', originRef, lines, now });
  if (!booked) throw new Error(`The log that should settle ${payout.id} has settled something before`);
  await drawFromVault(tx, payout, transfer, now);
}

/**
 * A payment by hand from the vault's own wallet takes from what the vault holds. Booked under the movement's own name, so
 * that it is never booked as unexplained, too; where it was before, reconciliation clears it.
 */
async function drawFromVault(tx: Tx, payout: Payout, transfer: Transfer, now: Date): Promise<void> {
  const { blockNumber: block, blockHash, hash, logIndex, sender: from, recipient: to, chain } = transfer;
  if (termsOf(payout.rail).needsVault) return;
  if (block === null || !blockHash || !hash || logIndex === null || !from || !to) return;
  const { merchantId, symbol, token, net: amount } = payout;
  const vault = (await selectVaults(tx, chain)).find((one) => one.merchantId === merchantId && one.address === from);
  if (!vault || vault.openedBlock === null || block <= vault.openedBlock) return;
  const originRef = moveRef(chain, { token, from, to, amount, hash, blockHash, logIndex, block }, vault.id);
  const lines: Line[] = [{ credit: 'available', debit: 'own_wallets', amount }];
  await postAnew(tx, { merchantId, chain, symbol, kind: 'outflow', originRef, lines, now });
}

export async function unsettle(tx: Tx, transfer: Transfer, now: Date): Promise<void> {
  await reverse(tx, 'settle', await standingRef(tx, 'settle', settlementRef(transfer)), now);
}
