import type { TokenMove } from '@/lib/evm/token-moves';
import { termsOf } from '@/lib/rails/traits';
import type { Known } from '@/lib/reconcile/core/known-store';
import type { Paid } from '@/lib/reconcile/core/ledger-store';

/** Why a movement out of a known wallet is in order. */
export type Explanation =
  | { by: 'claim'; paid: Paid }
  | { by: 'hand'; paid: Paid }
  /** To another wallet of the same merchant, proved to be one. */
  | { by: 'own'; wallet: Known };

/**
 * Explains the movements of one transfer by what the books have settled with it. Each settlement explains its own logs
 * and no more: a second payment to the same person in the same transfer stays unexplained.
 */
export function explain(
  moves: readonly TokenMove[],
  settled: readonly Paid[],
  known: ReadonlyMap<string, Known>,
): Map<TokenMove, Explanation> {
  const found = new Map<TokenMove, Explanation>();
  const take = (fits: (move: TokenMove) => boolean, why: Explanation) => {
    const move = moves.find((one) => !found.has(one) && fits(one));
    if (move) found.set(move, why);
  };
  for (const paid of settled) {
    const { transfer, payout, vault } = paid;
    if (transfer.status !== 'confirmed') continue;
    const here = (move: TokenMove) => move.hash === transfer.hash && move.blockHash === transfer.blockHash;
    if (!termsOf(payout.rail).hasClaimId) {
      take((move) => here(move) && move.logIndex === transfer.logIndex, { by: 'hand', paid });
      continue;
    }
    const moved = (to: string | null, amount: bigint) => (move: TokenMove) =>
      here(move) &&
      move.token === payout.token &&
      move.from === vault?.address &&
      move.to === to &&
      move.amount === amount;
    take(moved(transfer.recipient, payout.net), { by: 'claim', paid });
    if (payout.fee > 0n) take(moved(payout.feeCollector, payout.fee), { by: 'claim', paid });
    if (!transfer.failureCode) continue;
    // A person took for paid what was not as agreed: it explains all that its claim took out of the vault.
    for (const move of moves) {
      const isPart = claimOf(move, settled) === paid && move.token === payout.token && move.from === vault?.address;
      if (isPart && !found.has(move)) found.set(move, { by: 'claim', paid });
    }
  }
  for (const move of moves) {
    const wallet = known.get(move.to);
    if (!found.has(move) && wallet?.trusted && wallet.booked) found.set(move, { by: 'own', wallet });
  }
  return found;
}

/** The claim that a movement is a part of, of those in the same transfer: the contract moves first and reports then. */
export function claimOf(move: TokenMove, paid: readonly Paid[]): Paid | null {
  const after = paid.flatMap((one) => {
    const { rail, hash, blockHash, logIndex } = one.transfer;
    const isHere = termsOf(rail).hasClaimId && hash === move.hash && blockHash === move.blockHash;
    return isHere && logIndex !== null && logIndex > move.logIndex ? [{ one, logIndex }] : [];
  });
  const [next] = after.sort((a, b) => a.logIndex - b.logIndex);
  return next?.one ?? null;
}
