import { type Context, requirePermission } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { statusShown } from '@/lib/gateways/submissions/view';
import { formatAmount } from '@/lib/kernel/money';
import type { SubmissionOnPage } from './schema';
import { type Note, type Shown, selectNotes, selectShown } from './submissions-store';

/** Payouts of which nobody can tell whether a gateway sent them, with all that is known. */
export async function viewUnclear(ctx: Context): Promise<SubmissionOnPage[]> {
  const { merchantId } = requirePermission(ctx, 'gateways:read');
  return present(ctx, merchantId, await selectShown(ctx.db, { merchantId }));
}

/** Each time that a payout was handed to a gateway, the newest first. */
export async function viewSubmissionsOf(ctx: Context, payoutId: string): Promise<SubmissionOnPage[]> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  return present(ctx, merchantId, await selectShown(ctx.db, { merchantId, payoutId }));
}

async function present(ctx: Context, merchantId: string, shown: readonly Shown[]): Promise<SubmissionOnPage[]> {
  const ids = shown.map(({ submission: { id } }) => id);
  const notes = Map.groupBy(await selectNotes(ctx.db, merchantId, ids), ({ submissionId }) => submissionId);
  return shown.map((one) => presentOne(one, notes.get(one.submission.id) ?? []));
}

function presentOne({ submission, url, payout }: Shown, notes: readonly Note[]): SubmissionOnPage {
  const { id, status, externalId, attempt, taskId, namedHash, submitBlock, readTo } = submission;
  const { submittedAt, unknownSince } = submission;
  const { name, explorerUrl } = chainOf(payout.chain);
  return {
    ...{ id, gateway_url: url, external_id: externalId, attempt },
    status: statusShown(status, payout.status === 'completed'),
    payout: { id: payout.id, reference: payout.reference },
    ...{ chain_name: name, asset: payout.symbol, amount: formatAmount(submission.amount, payout.decimals) },
    ...{ recipient: checksumAddress(submission.recipient), hot_wallet: checksumAddress(submission.wallet) },
    ...{ task_id: taskId, named_hash: namedHash, explorer_url: explorerUrl },
    ...{ submit_block: submitBlock.toString(), read_to_block: readTo?.toString() ?? null },
    submitted_at: submittedAt.toISOString(),
    unknown_since: unknownSince?.toISOString() ?? null,
    notes: notes.map(({ kind, answerStatus, said, times, at, lastAt }) => ({
      ...{ kind, answer_status: answerStatus, said, times },
      ...{ at: at.toISOString(), last_at: lastAt.toISOString() },
    })),
  };
}
