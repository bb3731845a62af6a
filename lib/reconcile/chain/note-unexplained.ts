import type { DifferenceKind } from '@/db/vocabulary/differences';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import type { Payout } from '@/lib/payouts/store';
import { findPaidAlike } from '@/lib/reconcile/core/candidate-store';
import { keepDifference, type Why, whyColumns } from '@/lib/reconcile/core/difference-store';
import type { Match } from '@/lib/reconcile/core/match';
import { nameOf, type Outgoing, suspend } from '@/lib/reconcile/core/suspense';
import { reason } from '@/lib/wire/reason';

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
  if (!booked && riddle.state !== 'choice' && !wallet.hot) return;
  const { why, ...rest } = await readRiddle(ctx, out, riddle);
  // A gateway sends for others, too; a second payment of what was paid is ours to find.
  if (wallet.hot && why.code !== 'paid_alike_before' && riddle.state !== 'choice') return;
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
      ...{ fromAddress: move.from, toAddress: move.to, foundAt: now, updatedAt: now, ...whyColumns(why), ...rest },
    });
  });
}

type Reading = { kind: DifferenceKind; why: Why; payoutId: string | null; candidates: string[] };

async function readRiddle(ctx: Context, { merchantId, chain, move }: Outgoing, riddle: Riddle): Promise<Reading> {
  switch (riddle.state) {
    case 'choice': {
      const candidates = riddle.payouts.map(({ id }) => id);
      return { kind: 'choice', why: riddle.because, payoutId: null, candidates };
    }
    case 'wrong_amount': {
      const why = reason('not_the_amount', { reference: riddle.payout.reference });
      return { kind: 'wrong_amount', why, payoutId: riddle.payout.id, candidates: [] };
    }
    case 'doubted': {
      const why = reason('of_doubted_transfer', { reference: riddle.payout.reference });
      return { kind: 'transfer_unknown', why, payoutId: riddle.payout.id, candidates: [] };
    }
    case 'claim': {
      const why = reason('claim_id_unknown', { claim_id: riddle.claimId.toString() });
      return { kind: 'unknown_claim', why, payoutId: null, candidates: [] };
    }
    case 'order': {
      const why = reason('order_unknown', { first_id: riddle.firstId.toString() });
      return { kind: 'unknown_order', why, payoutId: null, candidates: [] };
    }
    case 'none': {
      const alike = await findPaidAlike(ctx.db, merchantId, chain, { ...move, recipient: move.to });
      const why = alike ? reason('paid_alike_before', { reference: alike.reference }) : reason('no_payout_explains');
      return { kind: 'unexplained', why, payoutId: alike?.id ?? null, candidates: [] };
    }
  }
}
