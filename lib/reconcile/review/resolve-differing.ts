import type { Context } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { endDiffering } from '@/lib/payouts/end-differing';

import { prove } from '@/lib/rails/registry';
import {
  type Difference,
  type NewDifference,
  selectUnresolved,
  updateDifference,
} from '@/lib/reconcile/core/difference-store';
import { type Paid, selectByHash } from '@/lib/reconcile/core/ledger-store';
import { undoPosting } from '@/lib/reconcile/core/suspense';
import { endBy } from './end-difference';

/**
 * A person says what a claim counts for that paid otherwise than agreed. Taken for paid, what it moved is taken out of
 * suspense, since the payout's own settlement books it: only where that is all that the payout costs, no more and no less.
 * Refuses: difference_state, chain_unavailable.
 */
export async function resolveDiffering(
  ctx: Context,
  line: Difference,
  as: 'accepted' | 'refused',
  by: Partial<NewDifference>,
): Promise<Difference> {
  const paid = await paidOf(ctx, line);
  const parts = await partsOf(ctx, line);
  const total = parts.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
  if (as === 'accepted' && total !== paid.payout.gross) {
    const detail =
      'What left the vault by it and still lies in suspense is not what the payout costs: say that it does not count.';
    throw new Refusal('difference_state', { detail });
  }
  return ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    if (!(await endDiffering(tx, ctx, paid.transfer, as))) {
      throw new Refusal('difference_state', { detail: 'The payout changed just now. Look again.' });
    }
    for (const part of as === 'accepted' ? parts : []) {
      if (!part.postingId || !(await undoPosting(tx, part.postingId, now))) {
        throw new Refusal('difference_state', { detail: 'A part of it was booked meanwhile. Look again.' });
      }
      await updateDifference(tx, part, { status: 'resolved', resolvedBy: 'accepted', resolvedAt: now }, now);
    }
    return endBy(tx, ctx, line, by);
  });
}

/** The transfer that a line is about, which a final block must still show as it was. */
async function paidOf(ctx: Context, { merchantId, chain, transferId, hash }: Difference): Promise<Paid> {
  const found = await selectByHash(ctx.db, merchantId, chain, hash ? [hash] : []);
  const paid = found.find(({ transfer }) => transfer.id === transferId);
  const { blockNumber, blockHash, logIndex, recipient } = paid?.transfer ?? {};
  if (!paid || !hash || blockNumber == null || !blockHash || logIndex == null || !recipient) {
    throw new Refusal('difference_state', { detail: 'The transfer is not where it was. Read the chain again.' });
  }
  const log = { hash, blockNumber, blockHash, logIndex, recipient };
  const proof = await prove(paid, log);
  if (proof.state === 'differs') return paid;
  throw new Refusal('difference_state', { detail: 'The chain shows something else now. Read the chain again.' });
}

/** The lines about what this transfer took out of the vault, as far as they lie in suspense. */
async function partsOf(ctx: Context, { merchantId, chain, hash, payoutId }: Difference): Promise<Difference[]> {
  const open = await selectUnresolved(ctx.db, merchantId, chain);
  return open.filter((one) => one.topic === 'outgoing' && one.hash === hash && one.payoutId === payoutId);
}
