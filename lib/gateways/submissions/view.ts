import type { SubmissionStatus } from '@/db/vocabulary/gateways';
import { type Context, requirePermission } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { findCursor } from '@/lib/cursors/store';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { findOpen, type Open, selectAllOf } from './awaited-store';
import { readMovesSince } from './find-missed';
import { selectNotes } from './note-store';
import type { SubmissionEvidence, SubmissionView } from './schema';
import type { Submission } from './store';

export const decimalsOf = ({ chain, token }: Submission) =>
  chainOf(chain).tokens.find(({ address }) => address.toLowerCase() === token)?.decimals ?? 0;

/** The chain's word counts as soon as it is written; the submission's own row follows with its next look. */
export function statusShown(status: SubmissionStatus, isPaid: boolean): SubmissionStatus {
  return status === 'seen' && isPaid ? 'paid' : status;
}

export function presentSubmission({ submission, transfer }: Pick<Open, 'submission' | 'transfer'>): SubmissionView {
  const { id, payoutId, gatewayId, externalId, status, chain, crypto, wallet, recipient, amount } = submission;
  return {
    ...{ id, payout_id: payoutId, gateway_id: gatewayId, external_id: externalId },
    status: statusShown(status, transfer.status === 'confirmed'),
    ...{ transfer_status: transfer.status, chain, crypto, hot_wallet: checksumAddress(wallet) },
    ...{ recipient: checksumAddress(recipient), amount: formatAmount(amount, decimalsOf(submission)) },
    ...{ task_id: submission.taskId, named_hash: submission.namedHash, hash: transfer.hash },
    submit_block: String(submission.submitBlock),
    unknown_since: submission.unknownSince?.toISOString() ?? null,
    submitted_at: submission.submittedAt.toISOString(),
  };
}

/** How often a payout was handed to a gateway, newest first. Empty for what is none of this merchant's. */
export async function listSubmissions(ctx: Context, payoutId: string): Promise<SubmissionView[]> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  return (await selectAllOf(ctx.db, { merchantId, id: payoutId })).map(presentSubmission);
}

/** One submission with all that a person decides by. Refuses: not_found. */
export async function viewSubmission(ctx: Context, id: string): Promise<SubmissionEvidence> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const open = await findOpen(ctx.db, merchantId, id);
  if (!open) throw new Refusal('not_found', { detail: `There is no submission ${id}.` });
  const [notes, moves] = await Promise.all([selectNotes(ctx.db, merchantId, id), readMoves(ctx, open.submission)]);
  return {
    ...presentSubmission(open),
    notes: notes.map(({ kind, answerStatus, said, times, at, lastAt }) => ({
      ...{ kind, status: answerStatus, said, times },
      ...{ at: at.toISOString(), last_at: lastAt.toISOString() },
    })),
    moves,
  };
}

async function readMoves(ctx: Context, submission: Submission): Promise<SubmissionEvidence['moves']> {
  const cursor = await findCursor(ctx.db, submission.chain);
  if (!cursor) return null;
  try {
    const logs = await readMovesSince(submission, submission.submitBlock + 1n, cursor.number);
    const money = (units: bigint) => formatAmount(units, decimalsOf(submission));
    return logs.map(({ hash, blockNumber, amount }) => ({ hash, block: String(blockNumber), amount: money(amount) }));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return null;
    throw error;
  }
}
