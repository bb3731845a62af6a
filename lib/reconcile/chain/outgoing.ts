import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { DifferenceStatus } from '@/db/vocabulary/differences';
import type { Context } from '@/lib/access/actor';
import { isObjection } from '@/lib/by-hand/sightings/may-settle';
import { logOf, recordFound } from '@/lib/by-hand/sightings/record-log';
import { findBlock } from '@/lib/evm/blocks';
import type { TokenMove } from '@/lib/evm/token-moves';
import { confirmTransfers } from '@/lib/payouts/confirm';
import { findTransferByLog } from '@/lib/payouts/transfer-store';
import type { ClaimLog, OrderLog } from '@/lib/rails/rail';
import { termsOf } from '@/lib/rails/traits';
import { belongsTo } from '@/lib/rails/wallet/logs';
import { selectCandidates } from '@/lib/reconcile/core/candidate-store';
import { selectStatuses, updateDifference } from '@/lib/reconcile/core/difference-store';
import type { Known } from '@/lib/reconcile/core/known-store';
import { type Outflow, type Paid, selectByHash } from '@/lib/reconcile/core/ledger-store';
import { match } from '@/lib/reconcile/core/match';
import {
  inNewestRound,
  nameOf,
  type Outgoing,
  outgoingOf,
  selectBooked,
  toOwnWallets,
  undoOutflow,
} from '@/lib/reconcile/core/suspense';
import { reason } from '@/lib/wire/reason';
import { claimOf, type Explanation, explain } from './explain';
import { noteUnexplained, outgoingKey } from './note-unexplained';
import { tokensOf } from './read-chain';

/** What one reconciliation reads, for whom, and up to which final block. */
export type Scope = {
  merchantId: string;
  chain: ChainKey;
  client: PublicClient;
  known: ReadonlyMap<string, Known>;
  final: bigint;
};

/** What our contract says that it moved; of orders only those that nobody prepared here. */
export type ByContract = { claims: readonly ClaimLog[]; orders: readonly OrderLog[] };

export type Done = { matched: number; repaired: number };

/** The movements that left known wallets. */
export function outgoingIn({ merchantId, chain, known }: Scope, moves: readonly TokenMove[]): Outgoing[] {
  const tokens = tokensOf(chain);
  return moves.flatMap((move) => {
    const wallet = known.get(move.from);
    const symbol = tokens.get(move.token)?.symbol;
    return wallet && symbol ? [outgoingOf(merchantId, chain, symbol, move, wallet)] : [];
  });
}

/**
 * Holds what left against the books: what is settled is left alone or put right, what fits one payout books itself,
 * and the rest goes to suspense with a line about it. Doing it again changes nothing.
 */
export async function judgeOutgoing(
  ctx: Context,
  scope: Scope,
  outgoing: readonly Outgoing[],
  byContract: ByContract,
): Promise<Done> {
  const done = { matched: 0, repaired: 0 };
  const first = await sort(ctx, scope, await inNewestRound(ctx.db, outgoing));
  done.repaired += await applyAll(ctx, first);
  const matched: Outgoing[] = [];
  for (const out of first.unexplained) {
    if (first.lines.get(outgoingKey(out)) === 'resolved') continue;
    const paid = first.paid.filter(({ transfer }) => transfer.hash === out.move.hash);
    if (await judgeOne(ctx, scope, out, paid, byContract)) matched.push(out);
  }
  if (matched.length === 0) return done;
  await confirmTransfers(ctx, scope.chain, scope.final);
  const second = await sort(ctx, scope, matched);
  await applyAll(ctx, second);
  done.matched = second.explained.length;
  return done;
}

type Sorted = {
  paid: Paid[];
  explained: { out: Outgoing; why: Explanation; booked: Outflow | undefined }[];
  unexplained: Outgoing[];
  /** How the lines about them stand, by key. */
  lines: ReadonlyMap<string, DifferenceStatus>;
};

async function sort(ctx: Context, scope: Scope, outgoing: readonly Outgoing[]): Promise<Sorted> {
  const { merchantId, chain } = scope;
  const hashes = [...new Set(outgoing.map(({ move }) => move.hash))];
  const [paid, booked, lines] = await Promise.all([
    selectByHash(ctx.db, merchantId, chain, hashes),
    selectBooked(ctx.db, outgoing),
    selectStatuses(ctx.db, merchantId, outgoing.map(outgoingKey)),
  ]);
  const movesOf = Map.groupBy(outgoing, ({ move }) => move.hash);
  const why = new Map<TokenMove, Explanation>();
  for (const [hash, outs] of movesOf) {
    const settled = paid.filter(({ transfer }) => transfer.hash === hash);
    const moves = outs.map(({ move }) => move);
    for (const [move, explanation] of explain(moves, settled, scope.known)) why.set(move, explanation);
  }
  const sorted: Sorted = { paid, explained: [], unexplained: [], lines };
  for (const out of outgoing) {
    const explanation = why.get(out.move);
    if (explanation) sorted.explained.push({ out, why: explanation, booked: booked.get(nameOf(out)) });
    else sorted.unexplained.push(out);
  }
  return sorted;
}

async function applyAll(ctx: Context, { explained, lines }: Sorted): Promise<number> {
  let repaired = 0;
  for (const { out, why, booked } of explained) {
    const line = lines.get(outgoingKey(out));
    const told = line !== undefined && line !== 'resolved';
    // In the usual case there is nothing to put right: a claim has no outflow, and own wallets' books begin with payments.
    const inOrder = booked
      ? booked.cleared || booked.reversed || booked.debit === 'own_wallets'
      : why.by === 'claim' || !out.wallet.vault;
    if (inOrder && !told) continue;
    if (await apply(ctx, out, why)) repaired += 1;
  }
  return repaired;
}

/** Puts the books right about a movement that is explained, and ends the line about it, in one transaction. */
async function apply(ctx: Context, out: Outgoing, why: Explanation): Promise<boolean> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const written = why.by === 'claim' ? await undoOutflow(tx, out, now) : await toOwnWallets(tx, out, now);
    await updateDifference(tx, { merchantId: out.merchantId, key: outgoingKey(out) }, endingOf(why, now), now);
    return written;
  });
}

function endingOf(why: Explanation, now: Date) {
  const resolvedBy = why.by === 'own' ? ('gone' as const) : ('payout' as const);
  const payoutId = why.by === 'own' ? undefined : why.paid.payout.id;
  return { status: 'resolved' as const, resolvedBy, resolvedAt: now, ...(payoutId ? { payoutId } : {}) };
}

/** Several merchants may have proved one wallet: what turned out to pay for another of them is no concern of this one. */
async function leave(ctx: Context, out: Outgoing): Promise<void> {
  const now = ctx.clock.now();
  const set = { status: 'resolved' as const, resolvedBy: 'gone' as const, resolvedAt: now };
  await ctx.db.transaction(async (tx) => {
    await undoOutflow(tx, out, now);
    await updateDifference(tx, { merchantId: out.merchantId, key: outgoingKey(out) }, set, now);
  });
}

/** True when the movement was recorded as the payment of a payout; otherwise it is noted for a person. */
async function judgeOne(
  ctx: Context,
  scope: Scope,
  out: Outgoing,
  paid: readonly Paid[],
  { claims, orders }: ByContract,
): Promise<boolean> {
  const { move, wallet } = out;
  const taker = await findTransferByLog(ctx.db, scope.chain, move);
  if (taker && taker.merchantId !== scope.merchantId) {
    await leave(ctx, out);
    return false;
  }
  const at = (await findBlock(scope.client, move.block))?.time ?? ctx.clock.now();
  const doubted = paid.find((one) => isDoubted(one.transfer.status) && mayBePartOf(move, one, paid));
  if (doubted) {
    await noteUnexplained(ctx, out, at, { state: 'doubted', payout: doubted.payout });
    return false;
  }
  const claim = claims.find((one) => belongsTo(one, { ...move, recipient: move.to }));
  if (claim) {
    await noteUnexplained(ctx, out, at, { state: 'claim', claimId: claim.claimId });
    return false;
  }
  const order = orders.find((one) => one.hash === move.hash && one.vault === move.from && one.token === move.token);
  if (order) {
    await noteUnexplained(ctx, out, at, { state: 'order', firstId: order.firstId });
    return false;
  }
  // Once more when another worker was quicker: what it has taken is no candidate any longer.
  for (let tries = 0; tries < 2; tries++) {
    const candidates = await selectCandidates(ctx.db, scope.merchantId, scope.chain, move.to);
    const found = match(move, at, wallet.trusted, candidates);
    if (found.state !== 'one') {
      await noteUnexplained(ctx, out, at, found);
      return false;
    }
    const { payout } = found.candidate;
    const recording = await recordFound(ctx, scope.chain, payout, logOf(move));
    if (recording === 'recorded' || recording === 'known') return true;
    if (isObjection(recording)) {
      await noteUnexplained(ctx, out, at, { state: 'choice', payouts: [payout], because: reason(recording) });
      return false;
    }
  }
  await noteUnexplained(ctx, out, at, { state: 'none' });
  return false;
}

/** One transfer may carry many claims: each is asked about for what it moved itself. */
function mayBePartOf(move: TokenMove, one: Paid, paid: readonly Paid[]): boolean {
  if (one.payout.token !== move.token) return false;
  return !termsOf(one.transfer.rail).hasClaimId || claimOf(move, paid) === one;
}

/** Not as agreed, or not known to be: what such a transfer moved waits in suspense for a person. */
function isDoubted(status: Paid['transfer']['status']): boolean {
  return status === 'unknown' || status === 'differs';
}
