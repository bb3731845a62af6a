import type { ReconciliationCounts } from '@/db/schema/reconcile';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { cancelOnChain } from '@/lib/claims/cancel-on-chain';
import type { Span } from '@/lib/evm/read-in-parts';
import { nameOfLog } from '@/lib/ledger/origin';
import { selectBookedPlaces } from '@/lib/ledger/store';
import { bookMove } from '@/lib/movements/book-moves';
import { confirmTransfers } from '@/lib/payouts/confirm';
import { recordClaims } from '@/lib/payouts/sightings';
import { selectByClaimIds } from '@/lib/payouts/store';
import { selectUnrecorded } from '@/lib/payouts/transfer-store';
import type { ClaimLog, OrderLog } from '@/lib/rails/rail';
import { proveBookings } from '@/lib/reconcile/books/prove-bookings';
import { judgeOutgoing, outgoingIn, type Scope } from '@/lib/reconcile/chain/outgoing';
import { type ChainFindings, tokensOf } from '@/lib/reconcile/chain/read-chain';
import { noteOrder } from '@/lib/watched/note-order';

/**
 * Holds one range of final blocks both ways: what the chain shows against the books, and what the books took from these
 * blocks against the chain. Every part may be repeated.
 */
export async function scanSpan(
  ctx: Context,
  scope: Scope,
  span: Span,
  findings: ChainFindings,
): Promise<ReconciliationCounts> {
  const { chain } = scope;
  let repaired = 0;
  for (const cancellation of findings.cancellations) await cancelOnChain(ctx, chain, cancellation);
  repaired += await recordMissedClaims(ctx, scope, findings.claims);
  repaired += await bookMissedDeposits(ctx, scope, findings);
  const outgoing = outgoingIn(scope, findings.moves);
  const orders = await selectUnknownOrders(ctx, chain, findings.orders);
  const judged = await judgeOutgoing(ctx, scope, outgoing, { claims: findings.claims, orders });
  const proved = await proveBookings(ctx, scope, span, findings);
  return {
    moves: findings.moves.length,
    claims: findings.claims.length,
    ...proved,
    matched: judged.matched,
    repaired: repaired + judged.repaired,
  };
}

/** Orders that nobody prepared here. The watcher may have missed them: the ids that they used up are over. */
async function selectUnknownOrders(ctx: Context, chain: ChainKey, orders: readonly OrderLog[]): Promise<OrderLog[]> {
  const unknown: OrderLog[] = [];
  for (const order of orders) if (await noteOrder(ctx, chain, order, false)) unknown.push(order);
  return unknown;
}

/** Claims of payouts of ours that the watcher has no transfer for are recorded as it would have done. */
async function recordMissedClaims(ctx: Context, { chain, client, final }: Scope, claims: ClaimLog[]): Promise<number> {
  let recorded = 0;
  for (const claim of await selectUnrecorded(ctx.db, chain, claims)) {
    const ours = await selectByClaimIds(ctx.db, chain, claim.vault, claim.claimId, claim.claimId + 1n);
    if (ours.length === 0) continue;
    const { from, nonce } = await client.getTransaction({ hash: hex(claim.hash) });
    await recordClaims(ctx, chain, [{ claim, from: { sender: from.toLowerCase(), nonce } }]);
    recorded += 1;
  }
  if (recorded > 0) await confirmTransfers(ctx, chain, final);
  return recorded;
}

async function bookMissedDeposits(ctx: Context, { chain, known }: Scope, { moves }: ChainFindings): Promise<number> {
  const tokens = tokensOf(chain);
  const deposits = moves.flatMap((move) => {
    const vault = known.get(move.to)?.vault;
    const symbol = tokens.get(move.token)?.symbol;
    return vault && symbol
      ? [{ move, vault, symbol, place: nameOfLog(chain, { ...move, blockNumber: move.block }, vault.id) }]
      : [];
  });
  const hashes = deposits.map(({ move }) => move.hash);
  const inBooks = await selectBookedPlaces(ctx.db, 'deposit', chain, hashes);
  let booked = 0;
  for (const { move, vault, symbol, place } of deposits) {
    if (!inBooks.has(place) && (await bookMove(ctx, chain, symbol, move, vault))) booked += 1;
  }
  return booked;
}
