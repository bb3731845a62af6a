import type { Context } from '@/lib/access/actor';
import { type Cursor, findCursor } from '@/lib/cursors/store';
import { accessOf } from '@/lib/gateways/access';
import { addSeconds } from '@/lib/kernel/clock';
import { park } from '@/lib/obstacles/park';
import { doubtLocked } from '@/lib/payouts/confirm';
import { lockUnchanged } from '@/lib/payouts/transfer-store';
import { readRow, readTask, type TaskState } from '@/lib/rails/shkeeper/classify';
import { readRowOf, readTaskOf } from '@/lib/rails/shkeeper/client';
import { lookAtHash } from '@/lib/rails/wallet/look';
import { type Failure, reason } from '@/lib/wire/reason';
import { findOpen, type Open } from './awaited-store';
import { doubtSubmission, endSubmission, unknownFrom } from './conclude';
import { failUnpayable } from './fail-unpayable';
import { findMissed } from './find-missed';
import { noteSubmission } from './note-store';
import { fits, isRead, recordSeen } from './record-seen';
import { updateSubmission } from './store';

/** Seconds until the next look, by how many there were; from then on once a minute. */
const pauses = [5, 10, 20, 40];
const usualPause = 60;
export const waits = {
  /** For so long a call may be out; after that its worker is taken for dead, and what it came to is unknown. */
  callSeconds: 60,
  /** For so long an accepted payout may be in no block before it is called unknown, and no longer holds up the next. */
  acceptedSeconds: 900,
  /** For so long the server itself follows a payout; after that a person has to look. */
  trustedSeconds: 86_400,
} as const;

/** One gateway in one round: where it gave no answer once, it is not asked again, as each wait holds up the others. */
export type Line = { isSilent: boolean };

/**
 * Looks at one submission: what the gateway says of it, and what the chain shows of that. Only the chain moves money in our
 * books; what the gateway says tells where to look, or, in three texts, that nothing was sent. Refuses: chain_unavailable.
 */
export async function lookAt(ctx: Context, { submission, gateway, transfer }: Open, line: Line): Promise<void> {
  const now = ctx.clock.now();
  const pause = pauses[submission.looks] ?? usualPause;
  const next = { looks: submission.looks + 1, nextLookAt: addSeconds(now, pause) };
  await updateSubmission(ctx.db, submission, ['submitting', 'accepted', 'unknown', 'seen'], next, now);
  if (submission.status === 'seen') return closeSeen(ctx, { submission, gateway, transfer });
  if (submission.status === 'submitting') {
    if (addSeconds(submission.submittedAt, waits.callSeconds) > now) return;
    return doubtSubmission(ctx, submission, 'The worker that handed it in ended before an answer came.');
  }
  const { task, hashes } = await askGateway(ctx, { submission, gateway, transfer }, line);
  for (const hash of hashes) if (await followHash(ctx, { submission, gateway, transfer }, hash)) return;
  const cursor = await findCursor(ctx.db, submission.chain);
  if (task?.state === 'failed_unsent') return endUnsent(ctx, { submission, gateway, transfer }, task.words);
  if (task?.state === 'failed') return doubtSubmission(ctx, submission, task.words);
  if (submission.status === 'accepted' && addSeconds(submission.submittedAt, waits.acceptedSeconds) <= now) {
    return doubtSubmission(ctx, submission, 'The gateway took it, and no block shows its transfer.');
  }
  if (submission.status === 'unknown' && cursor) await searchChain(ctx, { submission, gateway, transfer }, cursor);
}

/** Ends what was paid for good. What a reorganisation took away, or what turned out not to be as agreed, is unknown again. */
async function closeSeen(ctx: Context, { submission, transfer }: Open): Promise<void> {
  const now = ctx.clock.now();
  if (transfer.status === 'confirmed') await updateSubmission(ctx.db, submission, ['seen'], { status: 'paid' }, now);
  if (transfer.status !== 'submitted' && transfer.status !== 'unknown') return;
  await updateSubmission(ctx.db, submission, ['seen'], unknownFrom(now), now);
}

/** What the gateway says now, kept as evidence: the hashes that it names are only where we look. */
async function askGateway(
  ctx: Context,
  { submission, gateway }: Open,
  line: Line,
): Promise<{ task: TaskState | null; hashes: string[] }> {
  const now = ctx.clock.now();
  const access = accessOf(gateway);
  const { crypto, taskId, externalId, recipient } = submission;
  const hashes = new Set<string>();
  let task: TaskState | null = null;
  if (line.isSilent) return { task, hashes: [] };
  if (taskId) {
    const answer = await readTaskOf(access, crypto, taskId);
    const said = answer.body ?? answer.error ?? '';
    await noteSubmission(ctx.db, submission, { kind: 'task', answerStatus: answer.status, said }, now);
    task = readTask(answer, recipient);
    if (task.state === 'sent') for (const hash of task.hashes) hashes.add(hash);
  }
  const answer = await readRowOf(access, crypto, externalId);
  const said = answer.body ?? answer.error ?? '';
  await noteSubmission(ctx.db, submission, { kind: 'row', answerStatus: answer.status, said }, now);
  line.isSilent = answer.status === null;
  const row = readRow(answer);
  if (row.state === 'row' && row.hash) hashes.add(row.hash);
  const [named] = hashes;
  if (named && named !== submission.namedHash) {
    await updateSubmission(ctx.db, submission, ['accepted', 'unknown'], { namedHash: named }, now);
  }
  return { task, hashes: [...hashes] };
}

/** True where it is clear what became of the submission by this hash: it pays, or a final block shows that it does not. */
async function followHash(ctx: Context, open: Open, hash: string): Promise<boolean> {
  const { submission } = open;
  const { chain } = submission;
  const seen = await lookAtHash(chain, hash);
  if (seen.state !== 'mined') return false;
  const cursor = await findCursor(ctx.db, chain);
  // A block that the watcher has not read, or knows otherwise, is looked at again.
  if (!cursor || !(await isRead(ctx.db, chain, seen))) return false;
  const log = seen.payments.find((one) => fits(submission, one));
  if (log) return recordSeen(ctx, chain, submission, log);
  if (seen.blockNumber > cursor.finalNumber) return false;
  const moved = seen.payments.find((one) => one.from === submission.wallet && one.recipient === submission.recipient);
  return doubtTransfer(ctx, open, whyNot(seen.succeeded, hash, moved !== undefined));
}

function whyNot(succeeded: boolean, hash: string, moved: boolean): Failure {
  if (!succeeded) return reason('payment_reverted');
  return moved ? reason('not_as_agreed', { amount: true }) : reason('gateway_paid_otherwise', { hash });
}

/** A difference with an owner: its transfer waits for a person, and keeps every other one of the payout away. */
async function doubtTransfer(ctx: Context, open: Open, because: Failure): Promise<boolean> {
  const fresh = await findOpen(ctx.db, open.submission.merchantId, open.submission.id);
  if (!fresh) return false;
  if (fresh.transfer.status === 'unknown') return true;
  const { words } = { words: because.code };
  await doubtSubmission(ctx, fresh.submission, words);
  return ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, fresh.transfer);
    return same !== null && doubtLocked(tx, ctx, same, because, { from: ['prepared', 'submitted'] });
  });
}

/** What the gateway proves to be unsent goes back to wait: for money where that was short, else for a person's change. */
async function endUnsent(ctx: Context, { submission }: Open, words: string): Promise<void> {
  if (!(await endSubmission(ctx, submission, 'failed', reason('gateway_failed', { words })))) return;
  const payout = { merchantId: submission.merchantId, id: submission.payoutId };
  if (/ tokens on fee account/.test(words)) await park(ctx, payout, 'gateway_funds');
  else if (/ crypto on fee account/.test(words)) await park(ctx, payout, 'gateway_coins');
  else await failUnpayable(ctx, payout, reason('gateway_failed', { words }));
}

/** Reads all that left the hot wallet since, up to a final block. After a day without it a person has to look. */
async function searchChain(ctx: Context, open: Open, { finalNumber }: Cursor): Promise<void> {
  const { submission } = open;
  const now = ctx.clock.now();
  if (finalNumber <= (submission.readTo ?? submission.submitBlock)) return;
  if (await findMissed(ctx, submission, finalNumber)) return;
  await updateSubmission(ctx.db, submission, ['unknown'], { readTo: finalNumber }, now);
  const said = `Up to block ${finalNumber} nothing left the hot wallet that this could be.`;
  await noteSubmission(ctx.db, submission, { kind: 'chain', answerStatus: null, said }, now);
  const { unknownSince } = submission;
  if (!unknownSince || addSeconds(unknownSince, waits.trustedSeconds) > now) return;
  await doubtTransfer(ctx, open, reason('gateway_unclear', { words: 'no answer for a day' }));
}
