import type { Tx } from '@/db/client';
import type { GatewayFault } from '@/db/vocabulary/gateways';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { type Gateway, updateGatewayRow } from '@/lib/gateways/store';
import { addSeconds } from '@/lib/kernel/clock';
import { park } from '@/lib/obstacles/park';
import { failureColumns } from '@/lib/payouts/failure';
import { type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { startProcessing } from '@/lib/payouts/sightings';
import { type LockedTransfer, readTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import type { GatewayAnswer, Submission as Said } from '@/lib/rails/shkeeper/classify';
import { type Failure, reason } from '@/lib/wire/reason';
import { noteSubmission } from './note-store';
import { type Submission, updateSubmission } from './store';

const firstLookSeconds = 5;
/** So long the gateway and the chain have to show it before a person may say that it was not sent. */
const decidableSeconds = 60;
/** How long a gateway that does not answer is left alone, and one that takes nothing. */
export const retrySeconds = { silent: 20, refusing: 600 } as const;

/** Writes down what the answer to a submission proves, and acts on it. */
export async function concludeSubmission(
  ctx: Context,
  submission: Submission,
  gateway: Gateway,
  said: Said,
  answer: GatewayAnswer,
): Promise<void> {
  const now = ctx.clock.now();
  const note = { kind: 'handed_in' as const, answerStatus: answer.status, said: answer.body ?? answer.error ?? '' };
  await noteSubmission(ctx.db, submission, note, now);
  if (said.state === 'accepted') return accept(ctx, submission, gateway, said.taskId);
  if (said.state === 'known' || said.state === 'unknown') return doubtSubmission(ctx, submission, said.words);
  const silent = said.state === 'later';
  await endSubmission(ctx, submission, 'refused', reason('gateway_refused', { words: said.words }));
  await updateGatewayRow(
    ctx.db,
    gateway,
    {
      fault: silent ? 'unreachable' : faultOf(said.words),
      ...{ faultWords: said.words, faultSince: gateway.faultSince ?? now },
      nextTryAt: addSeconds(now, silent ? retrySeconds.silent : retrySeconds.refusing),
    },
    now,
  );
  const payout = { merchantId: submission.merchantId, id: submission.payoutId };
  await park(ctx, payout, silent ? 'gateway_unreachable' : 'gateway_refused');
}

/** Which fault of a gateway the words of its refusal stand for. */
function faultOf(words: string): GatewayFault {
  if (/^Unknown crypto/.test(words)) return 'crypto_unknown';
  if (/^(Payout destination must be|Store is not active)/.test(words)) return 'login_not_admin';
  return 'login_refused';
}

async function accept(ctx: Context, submission: Submission, gateway: Gateway, taskId: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, { merchantId: submission.merchantId, id: submission.payoutId });
    const set = { status: 'accepted' as const, taskId, nextLookAt: addSeconds(now, firstLookSeconds) };
    // One that the chain showed before the answer came keeps its task, and stays where it is.
    if (await updateSubmission(tx, submission, ['submitting'], set, now)) {
      await startProcessing(tx, ctx, payout, reason('handed_to_gateway'));
    } else {
      await updateSubmission(tx, submission, ['unknown', 'seen', 'paid'], { taskId }, now);
    }
  });
  if (gateway.fault) {
    const works = { fault: null, faultWords: null, faultSince: null };
    await updateGatewayRow(ctx.db, gateway, works, now);
  }
}

export function unknownFrom(now: Date) {
  const decidableAt = addSeconds(now, decidableSeconds);
  return { status: 'unknown' as const, unknownSince: now, decidableAt, nextLookAt: now };
}

/** From now on the money counts as on its way, and nothing is handed in again for it by itself. */
export async function doubtSubmission(ctx: Context, submission: Submission, words: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const { merchantId, payoutId } = submission;
    const payout = await lockPayout(tx, { merchantId, id: payoutId });
    if (!(await updateSubmission(tx, submission, ['submitting', 'accepted'], unknownFrom(now), now))) return;
    await startProcessing(tx, ctx, payout, reason('handed_to_gateway'));
    const detail = { because: reason('gateway_unclear', { words }), external_id: submission.externalId };
    await audit(tx, ctx, { merchantId, action: 'submission.unknown', subjectId: payoutId, detail, now });
  });
}

/** Ends a submission of which nothing was sent; its payout may be handed in again, under another id. False where it was seen. */
export async function endSubmission(
  ctx: Context,
  submission: Submission,
  as: 'refused' | 'failed',
  because: Failure,
): Promise<boolean> {
  return ctx.db.transaction((tx) => endLocked(tx, ctx, submission, as, because));
}

async function endLocked(
  tx: Tx,
  ctx: Context,
  submission: Submission,
  as: 'refused' | 'failed',
  because: Failure,
): Promise<boolean> {
  const payout = await lockPayout(tx, { merchantId: submission.merchantId, id: submission.payoutId });
  const now = ctx.clock.now();
  const transfer = await readTransfer(tx, payout, submission.transferId);
  // What a hash has called into doubt is a person's to end.
  if (!transfer || (transfer.status === 'unknown' && transfer.failureCode !== 'gateway_unclear')) return false;
  const from = ['submitting', 'accepted', 'unknown'] as const;
  if (!(await updateSubmission(tx, submission, from, { status: as }, now))) return false;
  await dropTransfer(tx, ctx, payout, transfer, because);
  return true;
}

/** Ends the transfer of a submission of which nothing was sent; its payout waits again. False where the chain shows it. */
export async function dropTransfer(
  tx: Tx,
  ctx: Context,
  payout: LockedPayout,
  transfer: LockedTransfer,
  because: Failure,
): Promise<boolean> {
  const nowhere = { blockNumber: null, blockHash: null, logIndex: null };
  const set = { status: 'dropped' as const, ...failureColumns(because), ...nowhere };
  if (!(await updateTransfer(tx, transfer, ['prepared', 'submitted', 'unknown'], set, ctx.clock.now()))) return false;
  if (payout.status === 'processing') await move(tx, ctx, payout, { to: 'pending', because });
  return true;
}
