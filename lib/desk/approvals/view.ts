import { type Context, requirePermission } from '@/lib/access/actor';
import { permissionsOf } from '@/lib/access/permissions';
import type { ApprovalList } from '@/lib/approvals/schema';
import { type ApprovalRule, selectRules, wasPaidBefore } from '@/lib/approvals/store';
import { checksumAddress } from '@/lib/chains/address';
import { findToken } from '@/lib/chains/registry';
import { nameActors } from '@/lib/desk/story/names';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import { listAwaitingApproval } from '@/lib/payouts/approvals/list-approvals';
import { selectLookAlikes } from '@/lib/wallets/store';
import type { AwaitingLine } from './schema';

type Line = ApprovalList['data'][number];
type Reason = Pick<AwaitingLine, 'because' | 'from_amount'>;

/** What waits for approval, oldest first, with all that a person weighs before consenting. */
export async function viewApprovals(ctx: Context): Promise<AwaitingLine[]> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const { data } = await listAwaitingApproval(ctx);
  const actors = data.flatMap(({ approval }) => [approval.created_by, ...approval.given.map((one) => one.user_id)]);
  const [rules, name] = await Promise.all([
    selectRules(ctx.db, merchantId),
    nameActors(ctx.db, merchantId, actors.map(asActor)),
  ]);
  return Promise.all(
    data.map(async (line) => ({
      ...line,
      made_by: line.approval.created_by ? name(asActor(line.approval.created_by)) : null,
      given_by: line.approval.given.filter((one) => one.counts).map((one) => name(asActor(one.user_id))),
      stands: standsFor(ctx, line),
      ...reasonOf(line, rules),
      ...(await destinationOf(ctx, merchantId, line)),
    })),
  );
}

function asActor(id: string | null) {
  return { kind: 'user' as const, id };
}

function standsFor({ actor }: Context, { approval }: Line): AwaitingLine['stands'] {
  if (actor.kind !== 'user' || !permissionsOf[actor.role].includes('payouts:approve')) return 'asks_others';
  if (approval.created_by === actor.userId) return approval.by_key ? 'made_by_your_key' : 'made_by_you';
  return approval.given.some((one) => one.counts && one.user_id === actor.userId) ? 'given_by_you' : 'asks_you';
}

/** How many people are asked was decided when the payout was made; the rule of today says why, if it still does. */
function reasonOf({ payout, approval }: Line, rules: ApprovalRule[]): Reason {
  const rule = rules.find((one) => one.chain === payout.chain && one.symbol === payout.asset);
  const token = findToken(payout.chain, payout.asset);
  if (!rule || !token) return { because: 'earlier_rule', from_amount: null };
  const gross = parseAmount(payout.net, token.decimals, 'net') + parseAmount(payout.fee, token.decimals, 'fee');
  const money = (units: bigint) => formatAmount(units, token.decimals);
  if (approval.needed > 1 && rule.twoFrom !== null && gross >= rule.twoFrom) {
    return { because: 'two_from', from_amount: money(rule.twoFrom) };
  }
  if (approval.needed === 1 && rule.oneFrom !== null && gross >= rule.oneFrom) {
    return { because: 'one_from', from_amount: money(rule.oneFrom) };
  }
  const isNew = approval.needed === 1 && rule.newDestination;
  return { because: isNew ? 'new_destination' : 'earlier_rule', from_amount: null };
}

async function destinationOf(ctx: Context, merchantId: string, { payout }: Line) {
  const address = payout.recipient.address?.toLowerCase();
  if (!address) return { paid_before: null, resembles: [] };
  const [paidBefore, resembles] = await Promise.all([
    wasPaidBefore(ctx.db, merchantId, address),
    selectLookAlikes(ctx.db, merchantId, address),
  ]);
  return { paid_before: paidBefore, resembles: resembles.map(checksumAddress) };
}
