import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import type { HandLog } from '@/lib/rails/wallet/logs';
import { lockHash } from './payment-store';
import { startProcessing } from './sightings';
import { lockPayout } from './store';
import { findLiveTransfer, findTransferByLog, type Transfer, updateTransfer } from './transfer-store';

/** Who sent the transfer in which a payment was found; a Safe or a relayer may carry it for the wallet that pays. */
export type Carrier = { from: string; nonce: number };

/**
 * Books in that a log pays a payout by hand: `confirming` until its block is final. False, and nothing written, when the
 * log pays another payout or the payout has another transfer under way.
 */
export async function recordLog(
  ctx: Context,
  chain: ChainKey,
  transfer: Transfer,
  log: HandLog,
  carrier: Carrier,
): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, { merchantId: transfer.merchantId, id: transfer.payoutId });
    await lockHash(tx, chain, log.hash);
    if (await findTransferByLog(tx, chain, log)) return false;
    const live = await findLiveTransfer(tx, payout);
    if ((live && live.id !== transfer.id) || payout.status === 'completed') return false;
    const now = ctx.clock.now();
    const { hash, blockNumber, blockHash, logIndex, recipient, from: sender } = log;
    const place = { hash, blockNumber, blockHash, logIndex, recipient, sender };
    const nonce = carrier.from === sender ? carrier.nonce : null;
    const seen = { seenAt: transfer.seenAt ?? now, failureReason: null, unsignedBlock: null };
    const set = { status: 'confirming' as const, ...place, nonce, ...seen };
    if (!(await updateTransfer(tx, transfer, ['prepared', 'submitted', 'dropped'], set, now))) return false;
    await startProcessing(tx, ctx, payout, 'the chain shows the payment');
    return true;
  });
}
