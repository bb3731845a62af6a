import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/step-up';
import { hex } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';
import { countWaiting } from '@/lib/evm/transactions';
import { Refusal } from '@/lib/kernel/errors';
import { findAll, requirePayer } from './hold';
import type { PaymentState, UnsignedBody } from './payment-schema';
import { findBatch } from './payment-store';
import { stateOf } from './report-payment';
import { lockPayout, type Payout } from './store';
import { findLiveTransfer, type Transfer, updateTransfer } from './transfer-store';

/**
 * Takes a person's word that nothing was signed for these payouts, of which no hash is known. They can be paid again once
 * everything up to this moment is final and showed no such payment. Refuses: not_found, payout_state,
 * transfer_in_progress, chain_unavailable, step-up.
 */
export async function declareUnsigned(ctx: Context, body: UnsignedBody): Promise<PaymentState> {
  const { merchantId } = requirePayer(ctx);
  requireStepUp(ctx);
  const stated: Transfer[] = [];
  const payouts = await findAll(ctx, merchantId, body.payout_ids);
  for (const payout of payouts) {
    const transfer = await openTransfer(ctx, payout);
    const head = await readHead(transfer);
    const now = ctx.clock.now();
    await ctx.db.transaction(async (tx) => {
      await lockPayout(tx, payout);
      const set = { unsignedBlock: head };
      const kept = await updateTransfer(tx, transfer, ['prepared', 'submitted'], set, now);
      if (!kept)
        throw new Refusal('transfer_in_progress', { detail: `${payout.id} was found on the network just now.` });
      const detail = { transfer: transfer.id, head: head.toString() };
      await audit(tx, ctx, { merchantId, action: 'payment.stated_unsigned', subjectId: payout.id, detail, now });
      stated.push(kept);
    });
  }
  return stateOf(stated);
}

async function openTransfer(ctx: Context, payout: Payout): Promise<Transfer> {
  const transfer = await findLiveTransfer(ctx.db, payout);
  if (transfer?.rail !== 'wallet') {
    throw new Refusal('payout_state', { detail: `Nothing is open about ${payout.id}.` });
  }
  if (transfer.seenAt || (transfer.status !== 'prepared' && transfer.status !== 'submitted')) {
    const detail = `The network has seen a transfer for ${payout.id}: cancel it in the wallet, or let it be mined.`;
    throw new Refusal('transfer_in_progress', { detail, extra: { payout_id: payout.id } });
  }
  const taken = await takenByWallet(ctx, transfer);
  if (taken) throw new Refusal('transfer_in_progress', { detail: taken, extra: { payout_id: payout.id } });
  return transfer;
}

/** What the wallet has in its keeping can be signed or carried out at any time, whoever says that it was not. */
async function takenByWallet(ctx: Context, transfer: Transfer): Promise<string | null> {
  if (transfer.proposal) {
    return 'It waits as a proposal in the Safe. Reject it there, under the same number: once that is carried out and final, this is free by itself.';
  }
  const batch = transfer.batchId ? await findBatch(ctx.db, transfer.merchantId, transfer.batchId) : null;
  return batch?.callsId ? 'The wallet answered that it took this batch of calls. Its outcome is awaited.' : null;
}

/** The newest block, unless the node knows of transfers of that wallet which are in no block yet. */
function readHead({ chain, sender }: Transfer): Promise<bigint> {
  return reading(chain, async (client) => {
    const [head, waiting] = await Promise.all([
      client.getBlockNumber(),
      sender ? countWaiting(client, hex(sender)) : Promise.resolve(0),
    ]);
    if (waiting === 0) return head;
    const detail = 'This wallet has transfers on their way. Wait until they are through, or cancel them in the wallet.';
    throw new Refusal('transfer_in_progress', { detail });
  });
}
