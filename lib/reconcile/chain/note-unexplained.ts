import type { DifferenceKind } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import type { Payout } from '@/lib/payouts/store';
import { findPaidAlike } from '@/lib/reconcile/core/candidate-store';
import { keepDifference } from '@/lib/reconcile/core/difference-store';
import type { Match } from '@/lib/reconcile/core/match';
import { nameOf, type Outgoing, suspend } from '@/lib/reconcile/core/suspense';

/** Why a movement out of a known wallet is not in order. */
export type Riddle =
  | Exclude<Match, { state: 'one' }>
  | { state: 'doubted'; payout: Payout }
  | { state: 'claim'; claimId: bigint }
  | { state: 'order'; firstId: bigint };

/** Names the line about one movement. */
export function outgoingKey(out: Outgoing): string {
  return `out:${nameOf(out)}`;
}

/** Puts a movement into suspense and writes the line about it, once. */
export async function noteUnexplained(ctx: Context, out: Outgoing, at: Date, riddle: Riddle): Promise<void> {
  const { merchantId, chain, symbol, move, wallet } = out;
  // What a member signs in with may be their own purse, and what left before a wallet was declared was no concern of ours.
  const booked = wallet.vault !== null || (wallet.booked && at >= wallet.since);
  if (!booked && riddle.state !== 'choice') return;
  const words = await wordsOf(ctx, out, riddle);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const postingId = booked ? await suspend(tx, out, now) : null;
    await keepDifference(tx, {
      ...{
        id: newId('difference', now.getTime()),
        merchantId,
        key: outgoingKey(out),
        topic: 'outgoing',
        status: 'open',
      },
      ...{ chain, symbol, amount: move.amount, hash: move.hash, logIndex: move.logIndex, postingId },
      ...{ blockNumber: move.block, blockHash: move.blockHash, blockTime: at },
      ...{ fromAddress: move.from, toAddress: move.to, foundAt: now, updatedAt: now, ...words },
    });
  });
}

type Words = { kind: DifferenceKind; detail: string; payoutId: string | null; candidates: string[] };

async function wordsOf(ctx: Context, { merchantId, chain, move }: Outgoing, riddle: Riddle): Promise<Words> {
  switch (riddle.state) {
    case 'choice': {
      const candidates = riddle.payouts.map(({ id }) => id);
      return { kind: 'choice', detail: riddle.because, payoutId: null, candidates };
    }
    case 'wrong_amount': {
      const detail = `It went to the payee of ${riddle.payout.reference}, but is not the amount of that payout.`;
      return { kind: 'wrong_amount', detail, payoutId: riddle.payout.id, candidates: [] };
    }
    case 'doubted': {
      const detail = `It belongs to a transfer of ${riddle.payout.reference} that did not pay as agreed.`;
      return { kind: 'transfer_unknown', detail, payoutId: riddle.payout.id, candidates: [] };
    }
    case 'claim': {
      const detail = `The contract paid the claim id ${riddle.claimId}, which these books do not know.`;
      return { kind: 'unknown_claim', detail, payoutId: null, candidates: [] };
    }
    case 'order': {
      const detail = `The contract paid it as part of an order (first id ${riddle.firstId}) that nobody prepared here.`;
      return { kind: 'unknown_order', detail, payoutId: null, candidates: [] };
    }
    case 'none': {
      const alike = await findPaidAlike(ctx.db, merchantId, chain, { ...move, recipient: move.to });
      const detail = alike
        ? `No open payout explains it. ${alike.reference} was paid the same to the same address: it may be a second payment.`
        : 'No payout explains it.';
      return { kind: 'unexplained', detail, payoutId: alike?.id ?? null, candidates: [] };
    }
  }
}
