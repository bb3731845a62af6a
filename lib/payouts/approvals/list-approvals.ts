import { type Context, requirePermission } from '@/lib/access/actor';
import type { ApprovalList, ApprovalState } from '@/lib/approvals/schema';
import { presentPayout } from '@/lib/payouts/present';
import { findPayout, type Payout } from '@/lib/payouts/store';
import { digestOf } from './approval-digest';
import { type Approval, selectApprovals, selectAwaitingApproval, selectFormer, selectMakers } from './approval-store';

/** What waits for approval, oldest first: the one that waits longest is asked for first. */
export async function listAwaitingApproval(ctx: Context, limit = 100): Promise<ApprovalList> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const rows = await selectAwaitingApproval(ctx.db, { merchantId, limit });
  const ids = rows.map((row) => row.id);
  const [given, makers] = await Promise.all([
    selectApprovals(ctx.db, merchantId, ids),
    selectMakers(ctx.db, merchantId, ids),
  ]);
  const former = await selectFormer(ctx.db, merchantId, [...new Set(given.map(({ userId }) => userId))]);
  return {
    data: rows.map((row) => ({
      payout: presentPayout(row, null, undefined),
      approval: stateOf(row, given, makers, former),
    })),
  };
}

/** Who consented to one payout so far; null when there is no such payout. */
export async function findApprovalState(ctx: Context, id: string): Promise<ApprovalState | null> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const payout = await findPayout(ctx.db, merchantId, id);
  if (!payout) return null;
  const given = await selectApprovals(ctx.db, merchantId, [id]);
  const waits = payout.status === 'awaiting_approval';
  const people = waits ? given.map(({ userId }) => userId) : [];
  const former = await selectFormer(ctx.db, merchantId, people);
  return stateOf(payout, given, await selectMakers(ctx.db, merchantId, [id]), former);
}

function stateOf(
  payout: Payout,
  approvals: Approval[],
  makers: Map<string, string>,
  former: Set<string>,
): ApprovalState {
  const digest = digestOf(payout);
  const maker = makers.get(payout.id) ?? null;
  const given = approvals
    .filter((one) => one.payoutId === payout.id)
    .map((one) => ({
      user_id: one.userId,
      at: one.createdAt.toISOString(),
      counts: one.digest === digest && one.userId !== maker && !former.has(one.userId),
    }));
  return { needed: payout.approvalsNeeded, given, digest, created_by: maker, by_key: payout.createdByKey !== null };
}
