import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { findCursor } from '@/lib/cursors/store';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { twoSayings } from '@/lib/nodes/two-sayings';
import { lockPayout } from '@/lib/payouts/locked-store';
import { readTransfer, selectUnrecorded } from '@/lib/payouts/transfer-store';
import { lookAtHash } from '@/lib/rails/wallet/look';
import { reason } from '@/lib/wire/reason';
import { findOpen, type Open } from './awaited-store';
import { dropTransfer } from './conclude';
import { findMissed, readMovesSince } from './find-missed';
import { noteSubmission } from './note-store';
import { fits, isRead, recordSeen } from './record-seen';
import type { DecideSubmissionBody, SubmissionView } from './schema';
import { type Submission, updateSubmission } from './store';
import { decimalsOf, presentSubmission } from './view';

/**
 * A person's decision about a submission of which nobody can tell. `paid_by`: this hash paid it, which the chain has to prove.
 * `not_sent`: it was not sent, so that its payout is handed in again; not while the chain was not read past it, nor where it
 * shows the payment after all, nor, unless `pay_again`, where the hot wallet paid the recipient something else since. Refuses: not_found, submission_state, transfer_mismatch, chain_unavailable, step-up.
 */
export async function decideSubmission(ctx: Context, id: string, body: DecideSubmissionBody): Promise<SubmissionView> {
  const { merchantId } = requirePermission(ctx, 'payouts:write_off');
  requireStepUp(ctx);
  const open = await findOpen(ctx.db, merchantId, id);
  if (!open) throw new Refusal('not_found', { detail: `There is no submission ${id}.` });
  if (open.submission.status !== 'unknown') {
    throw new Refusal('submission_state', { detail: `It is ${open.submission.status}: there is nothing to decide.` });
  }
  if (body.decision === 'paid_by') await provePaid(ctx, open.submission, body.hash.toLowerCase());
  else await sayUnsent(ctx, open, body);
  const after = await findOpen(ctx.db, merchantId, id);
  return presentSubmission(after ?? open);
}

async function provePaid(ctx: Context, submission: Submission, hash: string): Promise<void> {
  const seen = await lookAtHash(submission.chain, hash);
  if (seen.state === 'mined' && !(await isRead(ctx.db, submission.chain, seen))) {
    throw new Refusal('submission_state', { detail: 'Its block is not read yet. Look again in a minute.' });
  }
  const log = seen.state === 'mined' ? seen.payments.find((one) => fits(submission, one)) : undefined;
  const said = `${personOf(ctx)} says that ${hash} paid it.`;
  await noteSubmission(ctx.db, submission, { kind: 'person', answerStatus: null, said }, ctx.clock.now());
  if (!log) {
    const detail = 'The network does not show there that the hot wallet paid exactly this to the recipient since then.';
    throw new Refusal('transfer_mismatch', { field: 'hash', detail });
  }
  if (await recordSeen(ctx, submission.chain, submission, log)) return;
  throw new Refusal('submission_state', { detail: 'That transfer stands for another payment already.' });
}

function personOf({ actor }: Context): string {
  return actor.kind === 'user' ? actor.userId : 'An API key';
}

async function sayUnsent(
  ctx: Context,
  { submission }: Open,
  { reason: words, pay_again: payAgain }: Extract<DecideSubmissionBody, { decision: 'not_sent' }>,
): Promise<void> {
  const cursor = await findCursor(ctx.db, submission.chain);
  const since = submission.unknownSince ?? submission.submittedAt;
  const early = submission.decidableAt !== null && submission.decidableAt > ctx.clock.now();
  if (early || !cursor || cursor.finalTime <= since) {
    const detail = 'It is too early, or the final blocks do not reach so far yet. Look again in a minute.';
    throw new Refusal('submission_state', { detail });
  }
  const { first, second } = await twoSayings(submission.chain, () => findMissed(ctx, submission, cursor.finalNumber));
  if (first.answer || second?.answer) {
    throw new Refusal('submission_state', {
      detail: 'The chain shows that it was sent after all. It is followed now.',
    });
  }
  if (!payAgain) await twoSayings(submission.chain, () => refuseOtherwisePaid(ctx, submission, cursor.number));
  await ctx.db.transaction((tx) => endUnsent(tx, ctx, submission, words));
}

/** A gateway may have kept a share: then the recipient has most of it, and would get the whole on top. */
async function refuseOtherwisePaid(ctx: Context, submission: Submission, head: bigint): Promise<void> {
  const moves = await readMovesSince(submission, submission.submitBlock + 1n, head);
  const [other] = await selectUnrecorded(ctx.db, submission.chain, moves);
  if (!other) return;
  const amount = formatAmount(other.amount, decimalsOf(submission));
  const detail = `Since then the hot wallet paid this recipient ${amount}, by ${other.hash}, and no payout accounts for it. If that was this one, less what the gateway kept, they would have the whole on top of it.`;
  throw new Refusal('submission_state', { field: 'pay_again', detail });
}

async function endUnsent(tx: Tx, ctx: Context, submission: Submission, words: string): Promise<void> {
  const now = ctx.clock.now();
  const { merchantId, payoutId: subjectId } = submission;
  const payout = await lockPayout(tx, { merchantId, id: subjectId });
  if (!(await updateSubmission(tx, submission, ['unknown'], { status: 'unsent' }, now))) {
    throw new Refusal('submission_state', { detail: 'It has moved on.' });
  }
  const because = reason('said_unsent', { words });
  const transfer = await readTransfer(tx, payout, submission.transferId);
  if (!transfer || !(await dropTransfer(tx, ctx, payout, transfer, because))) {
    throw new Refusal('submission_state', { detail: 'The chain shows its transfer.' });
  }
  await noteSubmission(tx, submission, { kind: 'person', answerStatus: null, said: `${personOf(ctx)}: ${words}` }, now);
  await audit(tx, ctx, { merchantId, action: 'submission.unsent', subjectId, detail: { because }, now });
}
