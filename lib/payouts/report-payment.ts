import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { judge } from '@/lib/rails/wallet/judge';
import type { HandSighting } from '@/lib/rails/wallet/look';
import { endPayment } from './end-payment';
import { requirePayer } from './hold';
import { lookIfPossible, mismatch } from './look-payment';
import { handFacts } from './payment-facts';
import type { DeclineBody, PaymentState, ReportBody } from './payment-schema';
import { type Batch, findBatch, selectBatchTransfers, selectPayoutsById, updateBatch } from './payment-store';
import { lockPayout, type Payout } from './store';
import { type Transfer, updateTransfer } from './transfer-store';

/**
 * Takes what the wallet answered after signing. It only makes us look: what pays is read from the chain, also when this
 * is never called. Refuses: not_found, transfer_mismatch (with the `check` that failed).
 */
export async function reportPayment(ctx: Context, body: ReportBody): Promise<PaymentState> {
  const { merchantId } = requirePermission(ctx, 'payouts:pay');
  const { batch, transfers } = await readBatch(ctx, merchantId, body.batch_id, body.transfer_ids);
  const hash = body.hash?.toLowerCase();
  const seen = hash ? await lookIfPossible(batch.chain, hash) : null;
  const payouts = await selectPayoutsById(
    ctx.db,
    merchantId,
    transfers.map((transfer) => transfer.payoutId),
  );
  if (seen) refuseOther(batch, payouts, seen);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    // A Safe answers with its proposal, which no node knows: the payments keep waiting, and it is followed.
    const proposal = hash && batch.senderKind === 'contract' && seen?.state === 'missing' ? hash : undefined;
    if (body.calls_id || proposal) await updateBatch(tx, batch, { callsId: body.calls_id, proposal });
    if (hash && seen && !proposal) {
      for (const transfer of transfers) await keepHash(tx, transfer, hash, seen, now);
    }
    const detail = { hash, calls_id: body.calls_id, proposal };
    await audit(tx, ctx, { merchantId, action: 'payment.reported', subjectId: batch.id, detail, now });
  });
  return stateOf(await selectBatchTransfers(ctx.db, batch));
}

/** A hash that is plainly something else is refused now; what cannot be read yet is judged when it is mined. */
function refuseOther(batch: Batch, payouts: Payout[], seen: HandSighting): void {
  if (seen.state === 'missing') return;
  if (seen.state === 'mined' && !seen.succeeded) return;
  const payments = seen.state === 'mined' ? seen.payments : seen.planned;
  if (payments === null) return;
  const verdicts = payouts.map((payout) => ({
    payout,
    verdict: judge(handFacts(payout, batch.sender), () => false, payments),
  }));
  // Of a batch that skips what a token refuses, some may be missing; none at all is another transfer.
  if (verdicts.some(({ verdict }) => verdict.fits)) return;
  const [first] = verdicts;
  if (first && !first.verdict.fits) throw mismatch(first.payout, first.verdict);
}

async function keepHash(tx: Tx, transfer: Transfer, hash: string, seen: HandSighting, now: Date): Promise<void> {
  const replaceable = transfer.status === 'prepared' || (transfer.status === 'submitted' && !outranks(transfer, seen));
  if (!replaceable || transfer.hash === hash) return;
  const direct = seen.state !== 'missing' && seen.from === transfer.sender;
  const facts = seen.state === 'missing' ? {} : { nonce: direct ? seen.nonce : null, seenAt: now };
  await updateTransfer(tx, transfer, ['prepared', 'submitted'], { status: 'submitted', hash, ...facts }, now);
}

/** A hash that the network has shown gives way only to its successor under the same nonce. */
export function outranks(current: Transfer, seen: HandSighting): boolean {
  if (!current.seenAt || !current.hash) return false;
  return !(seen.state !== 'missing' && seen.from === current.sender && seen.nonce === current.nonce);
}

/**
 * Takes the wallet's no: nothing was signed, so the payouts can be paid again at once. Only the tab that prepared them
 * may say so, and not once something of it was reported. Refuses: not_found, transfer_in_progress.
 */
export async function rejectPayment(ctx: Context, body: DeclineBody): Promise<PaymentState> {
  const { merchantId, userId } = requirePayer(ctx);
  const { batch, transfers } = await readBatch(ctx, merchantId, body.batch_id, body.transfer_ids);
  const now = ctx.clock.now();
  if (batch.userId !== userId || batch.tab !== body.tab) {
    throw new Refusal('transfer_in_progress', { detail: 'Only the page that asked the wallet knows its answer.' });
  }
  if (transfers.some((transfer) => transfer.hash) || batch.callsId || batch.proposal) {
    throw new Refusal('transfer_in_progress', {
      detail: 'The wallet signed something of this: its outcome is awaited.',
    });
  }
  await ctx.db.transaction(async (tx) => {
    for (const transfer of transfers.toSorted((a, b) => (a.payoutId < b.payoutId ? -1 : 1))) {
      const payout = await lockPayout(tx, { merchantId, id: transfer.payoutId });
      const reason = 'The wallet did not sign it.';
      if (!(await endPayment(tx, ctx, payout, transfer, { status: 'dropped', reason }))) continue;
      const detail = { batch: batch.id };
      await audit(tx, ctx, { merchantId, action: 'payment.declined', subjectId: payout.id, detail, now });
    }
  });
  return stateOf(await selectBatchTransfers(ctx.db, batch));
}

/** How the payments of one signing stand. Refuses: not_found. */
export async function viewPayment(ctx: Context, batchId: string): Promise<PaymentState> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  return stateOf((await readBatch(ctx, merchantId, batchId, undefined)).transfers);
}

async function readBatch(ctx: Context, merchantId: string, batchId: string, transferIds: string[] | undefined) {
  const batch = await findBatch(ctx.db, merchantId, batchId);
  if (!batch) throw new Refusal('not_found', { detail: `There is no payment ${batchId}.` });
  const all = await selectBatchTransfers(ctx.db, batch);
  const foreign = transferIds?.find((id) => !all.some((transfer) => transfer.id === id));
  if (foreign) throw new Refusal('not_found', { detail: `The payment ${batchId} has no transfer ${foreign}.` });
  return { batch, transfers: transferIds ? all.filter((transfer) => transferIds.includes(transfer.id)) : all };
}

export function stateOf(transfers: Transfer[]): PaymentState {
  return {
    open: transfers.filter(({ status }) => status === 'prepared' || status === 'submitted').length,
    payments: transfers.map((transfer) => ({
      transfer_id: transfer.id,
      payout_id: transfer.payoutId,
      status: transfer.status,
      hash: transfer.hash,
      failure_reason: transfer.failureReason,
      unsigned_from_block: transfer.unsignedBlock?.toString() ?? null,
    })),
  };
}
