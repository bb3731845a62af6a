import type { Queryable } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { findToken } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import type { ApprovalRuleBody, ApprovalRuleList } from './schema';
import { type ApprovalRule, saveRule, selectRules, wasPaidBefore } from './store';

export async function listApprovalRules(ctx: Context): Promise<ApprovalRuleList> {
  const { merchantId } = requirePermission(ctx, 'settings:read');
  const rules = await selectRules(ctx.db, merchantId);
  return { data: rules.map(presentRule) };
}

/** Sets the rule of one asset; it counts for payouts made from now on. Refuses: asset_unavailable, amount_*, step-up. */
export async function saveApprovalRule(ctx: Context, body: ApprovalRuleBody): Promise<ApprovalRuleList> {
  const actor = requirePermission(ctx, 'settings:write');
  requireStepUp(ctx);
  const { merchantId } = actor;
  const rule = readRule(body, merchantId, actor.kind === 'user' ? actor.userId : null, ctx.clock.now());
  await ctx.db.transaction(async (tx) => {
    const before = (await selectRules(tx, merchantId)).find((one) => sameAsset(one, rule));
    await saveRule(tx, rule);
    const detail = { before: before ? presentRule(before) : null, after: presentRule(rule) };
    const subjectId = `${rule.chain}:${rule.symbol}`;
    await audit(tx, ctx, { merchantId, action: 'approval_rule.saved', subjectId, detail, now: rule.updatedAt });
  });
  return { data: (await selectRules(ctx.db, merchantId)).map(presentRule) };
}

function sameAsset(a: ApprovalRule, b: ApprovalRule): boolean {
  return a.chain === b.chain && a.symbol === b.symbol;
}

function decimalsOf(chain: ApprovalRule['chain'], symbol: string): number {
  const token = findToken(chain, symbol);
  if (!token) throw new Refusal('asset_unavailable', { field: 'asset', detail: `There is no ${symbol} on ${chain}.` });
  return token.decimals;
}

function readRule(body: ApprovalRuleBody, merchantId: string, updatedBy: string | null, updatedAt: Date): ApprovalRule {
  const decimals = decimalsOf(body.chain, body.asset);
  const read = (text: string | null, field: string) => (text === null ? null : parseAmount(text, decimals, field));
  const oneFrom = read(body.one_from, 'one_from');
  const twoFrom = read(body.two_from, 'two_from');
  if (oneFrom !== null && twoFrom !== null && twoFrom < oneFrom) {
    const detail = 'Two people are needed from an amount that is not below the one for which one is needed.';
    throw new Refusal('invalid_request', { errors: [{ field: 'two_from', detail }] });
  }
  const { chain, asset: symbol, new_destination: newDestination } = body;
  return { merchantId, chain, symbol, oneFrom, twoFrom, newDestination, updatedBy, updatedAt };
}

function presentRule(rule: ApprovalRule): ApprovalRuleList['data'][number] {
  const decimals = decimalsOf(rule.chain, rule.symbol);
  const money = (units: bigint | null) => (units === null ? null : formatAmount(units, decimals));
  return {
    chain: rule.chain,
    asset: rule.symbol,
    one_from: money(rule.oneFrom),
    two_from: money(rule.twoFrom),
    new_destination: rule.newDestination,
    updated_by: rule.updatedBy,
    updated_at: rule.updatedAt.toISOString(),
  };
}

/** How many people must approve a payout that is about to be made. A destination not known yet is a new one. `paid`: those paid before, where they were read. */
export async function approvalsNeeded(
  db: Queryable,
  rule: ApprovalRule | null,
  payout: { merchantId: string; gross: bigint; recipientAddress?: string | null },
  paid?: ReadonlySet<string>,
): Promise<number> {
  if (!rule) return 0;
  if (rule.twoFrom !== null && payout.gross >= rule.twoFrom) return 2;
  if (rule.oneFrom !== null && payout.gross >= rule.oneFrom) return 1;
  if (!rule.newDestination) return 0;
  const { merchantId, recipientAddress } = payout;
  if (!recipientAddress) return 1;
  const isKnown = paid ? paid.has(recipientAddress) : await wasPaidBefore(db, merchantId, recipientAddress);
  return isKnown ? 0 : 1;
}
