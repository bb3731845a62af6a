import type { Tx } from '@/db/client';
import type { PaymentWay } from '@/db/vocabulary/payouts';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requirePayer } from '@/lib/access/require-payer';
import type { AskBody, PaymentState } from '@/lib/by-hand/sightings/schema';
import {
  extendHolds,
  findSigning,
  selectHolds,
  selectPayoutsById,
  selectSigningTransfers,
  takeHold,
} from '@/lib/by-hand/sightings/store';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { lockPayouts } from '@/lib/payouts/locked-store';
import { requireScreened, screenTogether } from '@/lib/payouts/screening/screen';
import { readLiveTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import { holdSeconds, refuseUnpayable, requireHolds } from './hold';
import { stateOf } from './report';

const signedAsOne: readonly PaymentWay[] = ['disperse', 'calls'];

/**
 * Notes that these payments are handed to the wallet, before they are. What was never handed over can be let go at once,
 * as it is refused here from then on. Keeps all that this page holds for ten minutes more.
 * Refuses: not_found, payout_state, payment_held, hold_lost, transfer_in_progress, stopped, screening_held.
 */
export async function askPayment(ctx: Context, body: AskBody): Promise<PaymentState> {
  const { merchantId, userId } = requirePayer(ctx);
  const signing = await findSigning(ctx.db, merchantId, body.signing_id);
  if (!signing) throw new Refusal('not_found', { detail: `There is no payment ${body.signing_id}.` });
  if (signing.userId !== userId || signing.tab !== body.tab) {
    throw new Refusal('transfer_in_progress', { detail: 'Only the page that prepared it can ask a wallet.' });
  }
  const transfers = await selectSigningTransfers(ctx.db, signing);
  const named = transfers.filter(({ id }) => body.transfer_ids.includes(id));
  if (named.length !== new Set(body.transfer_ids).size) {
    throw new Refusal('not_found', { detail: `The payment ${signing.id} has no such transfer.` });
  }
  // One signature pays them all: a part that is let go would still be paid.
  if (signedAsOne.includes(signing.way) && named.length !== transfers.length) {
    throw new Refusal('transfer_in_progress', { detail: 'One signature pays all of these: name all of them.' });
  }
  const payoutIds = named.map(({ payoutId }) => payoutId);
  const passed = await screenTogether(ctx, await selectPayoutsById(ctx.db, merchantId, payoutIds), 'signing');
  const now = ctx.clock.now();
  const until = addSeconds(now, holdSeconds);
  const holder = { merchantId, userId, tab: body.tab };
  await ctx.db.transaction(async (tx) => {
    for (const payout of await lockPayouts(tx, merchantId, payoutIds)) {
      refuseUnpayable(payout, now);
      const transfer = await readLiveTransfer(tx, payout);
      const isSame = transfer?.status === 'prepared' && body.transfer_ids.includes(transfer.id);
      await refuseStopped(tx, payout);
      await requireScreened(tx, payout, passed.get(payout.id), { address: payout.recipientAddress ?? '', now });
      if (!isSame || transfer.hash || transfer.deniedAtBlock !== null) throw letGo(payout.id);
      await takeHold(tx, { ...holder, payoutId: payout.id, until, createdAt: now });
      await updateTransfer(tx, transfer, ['prepared'], { askedAt: transfer.askedAt ?? now }, now);
      const detail = { signing: signing.id, transfer: transfer.id };
      await audit(tx, ctx, { merchantId, action: 'payment.asked', subjectId: payout.id, detail, now });
    }
    await keepHolds(tx, { ...holder, ids: payoutIds, until }, now);
  });
  return stateOf(await selectSigningTransfers(ctx.db, signing));
}

type HoldRequest = { merchantId: string; userId: string; tab: string; ids: string[]; until: Date };

/** Takes a hold again that ran out, unless another person was quicker: then that person pays. */
async function keepHolds(tx: Tx, { ids, until, ...holder }: HoldRequest, now: Date): Promise<void> {
  requireHolds(await selectHolds(tx, holder.merchantId, ids), ids, holder, now);
  await extendHolds(tx, holder, { until, now });
}

function letGo(payoutId: string): Refusal {
  const detail = `${payoutId} was let go meanwhile, or is being paid: it is not to be signed from here.`;
  return new Refusal('transfer_in_progress', { detail, extra: { payout_id: payoutId } });
}
