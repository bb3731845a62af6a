import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { newId } from '@/lib/kernel/ids';
import { lockHash } from '@/lib/payouts/payment-store';
import { startProcessing } from '@/lib/payouts/sightings';
import { type Key, lockPayout, type Payout } from '@/lib/payouts/store';
import { findLiveTransfer, findTransferByLog, insertTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import { mayCarry } from './match';
import type { Outgoing } from './suspense';

/** `taken`: the movement or the payout is settled otherwise. `in_progress`: another payment of the payout may come. */
export type Recording = 'recorded' | 'known' | 'taken' | 'in_progress';

const payable = ['pending', 'processing', 'expired', 'cancelled', 'failed'];

/**
 * Notes that a movement pays a payout by hand, as the watcher does with what it sees: the payout is `processing`, and
 * only `confirm.ts`, which reads the chain itself, completes it. A transfer that waited for its hash gets it.
 */
export async function recordPayment(ctx: Context, key: Key, out: Outgoing): Promise<Recording> {
  const { move, chain } = out;
  const place = {
    ...{ status: 'confirming' as const, hash: move.hash, blockNumber: move.block, blockHash: move.blockHash },
    ...{ logIndex: move.logIndex, recipient: move.to, sender: move.from, failureReason: null, unsignedBlock: null },
  };
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    await lockHash(tx, chain, move.hash);
    const known = await findTransferByLog(tx, chain, move);
    if (known) return known.payoutId === payout.id ? 'known' : 'taken';
    if (!fits(payout, out)) return 'taken';
    const now = ctx.clock.now();
    const live = await findLiveTransfer(tx, payout);
    if (!mayCarry(live, move)) return 'in_progress';
    if (live) {
      const seenAt = live.seenAt ?? now;
      await updateTransfer(tx, live, ['prepared', 'submitted', 'unknown'], { ...place, seenAt }, now);
    } else {
      const { id: payoutId, merchantId, rail } = payout;
      const stamp = { seenAt: now, createdAt: now, updatedAt: now };
      const id = newId('transfer', now.getTime());
      if (!(await insertTransfer(tx, { id, payoutId, merchantId, rail, chain, ...place, ...stamp }))) return 'taken';
    }
    await audit(tx, ctx, {
      merchantId: payout.merchantId,
      action: 'payout.payment_found',
      subjectId: payout.id,
      detail: { hash: move.hash, logIndex: move.logIndex, sender: move.from },
      now,
    });
    await startProcessing(tx, ctx, payout, 'the chain shows a payment by hand');
    return 'recorded';
  });
}

function fits(payout: Payout, { move, chain }: Outgoing): boolean {
  return (
    payout.rail === 'wallet' &&
    payable.includes(payout.status) &&
    payout.chain === chain &&
    payout.token === move.token &&
    payout.recipientAddress === move.to &&
    payout.net === move.amount
  );
}
