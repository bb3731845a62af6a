import type { Context } from '@/lib/access/actor';
import { requireAbsent } from '@/lib/evm/absence';
import type { Span } from '@/lib/evm/read-in-parts';
import type { TokenMove } from '@/lib/evm/token-moves';
import { newId } from '@/lib/kernel/ids';
import type { ClaimLog } from '@/lib/rails/rail';
import { prove } from '@/lib/rails/registry';
import { termsOf } from '@/lib/rails/traits';
import type { Scope } from '@/lib/reconcile/chain/outgoing';
import { type ChainFindings, tokensOf } from '@/lib/reconcile/chain/read-chain';
import { readMove } from '@/lib/reconcile/chain/read-move';
import { keepDifference, type NewDifference, type Why, whyColumns } from '@/lib/reconcile/core/difference-store';
import {
  type BookedMove,
  type Paid,
  selectBookedMoves,
  selectLoneSettlements,
  selectSettled,
} from '@/lib/reconcile/core/ledger-store';
import { reason } from '@/lib/wire/reason';

type Wrong = Pick<NewDifference, 'key' | 'topic' | 'kind'> & Partial<NewDifference> & { why: Why };

/** Holds what the books took from a range of blocks against what these blocks show. */
export async function proveBookings(
  ctx: Context,
  scope: Scope,
  span: Span,
  findings: ChainFindings,
): Promise<{ settlements: number; bookings: number }> {
  const { merchantId, chain } = scope;
  const settled = await selectSettled(ctx.db, merchantId, chain, span);
  const booked = await selectBookedMoves(ctx.db, merchantId, chain, span);
  const claims = new Map(findings.claims.map((claim) => [placeOf(claim), claim]));
  const moves = new Map(findings.moves.map((move) => [placeOf(move), move]));
  for (const paid of settled) {
    const wrong = settlementBooked(paid) ?? (await settlementFault(paid, claims, moves));
    if (wrong) await note(ctx, scope, wrong);
  }
  for (const move of booked) {
    const wrong = await moveFault(scope, move, moves);
    if (wrong) await note(ctx, scope, wrong);
  }
  return { settlements: settled.length, bookings: booked.length };
}

/** Settlements that were booked meanwhile and that no confirmed transfer stands behind. */
export async function proveLoneSettlements(ctx: Context, scope: Scope, after: Date, until: Date): Promise<void> {
  for (const lone of await selectLoneSettlements(ctx.db, scope.merchantId, scope.chain, after, until)) {
    const { id: postingId, log, payoutId, symbol, amount } = lone;
    const why = reason('settlement_alone');
    const key = `settle:${postingId}`;
    await note(ctx, scope, {
      ...{ key, topic: 'settlement', kind: 'settlement_missing', why, postingId, payoutId, symbol, amount, ...log },
    });
  }
}

function placeOf(log: { blockHash: string; hash: string; logIndex: number }): string {
  return `${log.blockHash}:${log.hash}:${log.logIndex}`;
}

function factsOf({ transfer, payout }: Paid) {
  const { hash, logIndex, blockNumber, blockHash, recipient: toAddress, sender: fromAddress } = transfer;
  const place = { hash, logIndex, blockNumber, blockHash, toAddress, fromAddress };
  const facts = { payoutId: payout.id, transferId: transfer.id, symbol: payout.symbol, amount: payout.net };
  return { ...place, ...facts, topic: 'settlement' as const, key: `settle:${transfer.id}` };
}

function settlementBooked(paid: Paid & { booked: bigint | null }): Wrong | null {
  if (paid.booked === paid.payout.gross) return null;
  const why = reason(paid.booked === null ? 'nothing_booked' : 'booked_otherwise');
  return { ...factsOf(paid), kind: 'settlement_differs', why };
}

/** By the logs that were read anyway; where they do not have it, by the receipt itself. */
async function settlementFault(
  paid: Paid,
  claims: ReadonlyMap<string, ClaimLog>,
  moves: ReadonlyMap<string, TokenMove>,
): Promise<Wrong | null> {
  const { transfer, payout, vault } = paid;
  const { hash, blockHash, logIndex, blockNumber, recipient } = transfer;
  if (!hash || !blockHash || logIndex === null || blockNumber === null || !recipient) {
    return {
      ...factsOf(paid),
      kind: 'settlement_missing',
      why: reason('without_a_place'),
    };
  }
  const place = placeOf({ hash, blockHash, logIndex });
  const claim = claims.get(place);
  if (claim && isClaimOf(paid, claim)) return null;
  const move = moves.get(place);
  if (!termsOf(payout.rail).hasClaimId && move && isPaymentOf(paid, move)) return null;
  const log = { hash, blockHash, logIndex, blockNumber, recipient };
  const proof = await prove({ payout, vault, transfer }, log);
  if (proof.state === 'proved') return null;
  if (proof.state === 'differs') return { ...factsOf(paid), kind: 'settlement_differs', why: proof.because };
  await requireAbsent(payout.chain, { hash, blockHash, block: blockNumber });
  return { ...factsOf(paid), kind: 'settlement_missing', why: reason('transfer_not_there') };
}

function isClaimOf({ transfer, payout, vault }: Paid, claim: ClaimLog): boolean {
  return (
    claim.vault === vault?.address &&
    claim.claimId === payout.claimId &&
    claim.token === payout.token &&
    claim.gross === payout.gross &&
    claim.fee === payout.fee &&
    claim.recipient === transfer.recipient
  );
}

function isPaymentOf({ transfer, payout }: Paid, move: TokenMove): boolean {
  return (
    move.token === payout.token &&
    move.to === payout.recipientAddress &&
    move.amount === payout.net &&
    move.from === transfer.sender
  );
}

async function moveFault(
  scope: Scope,
  booked: BookedMove,
  moves: ReadonlyMap<string, TokenMove>,
): Promise<Wrong | null> {
  const { id: postingId, log, symbol, amount } = booked;
  const move = moves.get(placeOf(log)) ?? (await readMove(scope.client, log));
  const isSame =
    move && move.amount === booked.amount && tokensOf(scope.chain).get(move.token)?.symbol === booked.symbol;
  if (isSame) return null;
  if (!move) await requireAbsent(scope.chain, { ...log, block: log.blockNumber });
  const what = booked.kind === 'deposit' ? 'deposit' : 'outflow';
  const why = reason(move ? `${what}_otherwise` : `${what}_not_there`);
  const facts = { ...log, postingId, symbol, amount };
  return { ...facts, key: `move:${postingId}`, topic: 'movement', kind: 'movement_missing', why };
}

/** Writes a line about something that is not as the books have it, once. */
export async function note(ctx: Context, { merchantId, chain }: Scope, { why, ...wrong }: Wrong): Promise<void> {
  const now = ctx.clock.now();
  const id = newId('difference', now.getTime());
  const stamps = { ...whyColumns(why), foundAt: now, updatedAt: now };
  await ctx.db.transaction((tx) => keepDifference(tx, { status: 'open', ...wrong, id, merchantId, chain, ...stamps }));
}
