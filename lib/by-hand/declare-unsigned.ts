import type { Queryable } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requirePayer } from '@/lib/access/require-payer';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { freeUnasked } from '@/lib/by-hand/sightings/free-unasked';
import type { PaymentState, UnsignedBody } from '@/lib/by-hand/sightings/schema';
import { findSigning } from '@/lib/by-hand/sightings/store';
import { hex } from '@/lib/chains/address';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { reading } from '@/lib/evm/rpc';
import { countWaiting } from '@/lib/evm/transactions';
import { Refusal } from '@/lib/kernel/errors';
import { lockPayout } from '@/lib/payouts/locked-store';
import type { Payout } from '@/lib/payouts/store';
import {
  findLiveTransfer,
  readLiveTransfer,
  readTransfer,
  type Transfer,
  updateTransfer,
} from '@/lib/payouts/transfer-store';
import { isByHand } from '@/lib/rails/traits';
import { findAll } from './hold';
import { stateOf } from './report';

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
    if (await freeIfUnasked(ctx, payout, stated)) continue;
    await requireKnownHistory(ctx.db, payout.chain);
    const head = await readHead(await openTransfer(ctx.db, payout, await findLiveTransfer(ctx.db, payout)));
    const now = ctx.clock.now();
    await ctx.db.transaction(async (tx) => {
      const current = await lockPayout(tx, payout);
      // Asked again under the lock that a report takes: what the wallet took meanwhile is not unsigned.
      const transfer = await openTransfer(tx, current, await readLiveTransfer(tx, current));
      const kept = await updateTransfer(tx, transfer, ['prepared', 'submitted'], { deniedAtBlock: head }, now);
      if (!kept)
        throw new Refusal('transfer_in_progress', { detail: `${payout.id} was found on the network just now.` });
      const detail = { transfer: transfer.id, head: head.toString() };
      await audit(tx, ctx, { merchantId, action: 'payment.stated_unsigned', subjectId: payout.id, detail, now });
      stated.push(kept);
    });
  }
  return stateOf(stated);
}

/** Where no wallet was asked, nobody's word is needed. */
async function freeIfUnasked(ctx: Context, payout: Payout, stated: Transfer[]): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const current = await lockPayout(tx, payout);
    const freed = await freeUnasked(tx, ctx, current, () => true);
    const after = freed && (await readTransfer(tx, current, freed.id));
    if (after) stated.push(after);
    return after !== null;
  });
}

async function openTransfer<T extends Transfer>(db: Queryable, payout: Payout, transfer: T | null): Promise<T> {
  if (!transfer || !isByHand(transfer.rail)) {
    throw new Refusal('payout_state', { detail: `Nothing is open about ${payout.id}.` });
  }
  if (transfer.seenAt || (transfer.status !== 'prepared' && transfer.status !== 'submitted')) {
    const detail = `The network has seen a transfer for ${payout.id}: cancel it in the wallet, or let it be mined.`;
    throw new Refusal('transfer_in_progress', { detail, extra: { payout_id: payout.id } });
  }
  const taken = await takenByWallet(db, transfer);
  if (taken) throw new Refusal('transfer_in_progress', { detail: taken, extra: { payout_id: payout.id } });
  return transfer;
}

/** What the wallet has in its keeping can be signed or carried out at any time, also after a person said that it was not. */
async function takenByWallet(db: Queryable, transfer: Transfer): Promise<string | null> {
  if (transfer.proposal) {
    return 'It waits as a proposal in the Safe. Reject it there, under the same number: once that is carried out and final, this is free by itself.';
  }
  const signing = transfer.signingId ? await findSigning(db, transfer.merchantId, transfer.signingId) : null;
  return signing?.callsId ? 'The wallet answered that it took this batch of calls. Its outcome is awaited.' : null;
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
