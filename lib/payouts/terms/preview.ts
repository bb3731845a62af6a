import { type Context, requirePermission } from '@/lib/access/actor';
import { wasPaidBefore } from '@/lib/approvals/store';
import { formatAmount } from '@/lib/kernel/money';
import { checkTerms } from './check-terms';
import type { PayoutPreview, PreviewPayoutBody } from './create-schema';
import { readOutlook } from './outlook';

/**
 * What making this payout would mean, without making it: its money, its approvals, and what speaks against its recipient.
 * Refuses what `createPayout` refuses of these fields.
 */
export async function previewPayout(ctx: Context, body: PreviewPayoutBody): Promise<PayoutPreview> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const draft = await checkTerms(ctx, merchantId, body);
  const { money, token, needed, recipient, computed } = draft;
  const text = (units: bigint) => formatAmount(units, token.decimals);
  const address = recipient.recipientAddress;
  const [paidBefore, outlook] = await Promise.all([
    address ? wasPaidBefore(ctx.db, merchantId, address) : null,
    readOutlook(ctx, merchantId, body, draft),
  ]);
  return {
    ...{ net: text(money.net), fee: text(money.fee), total: text(money.gross) },
    network_cost: computed?.shown ?? null,
    ...{ approvals_needed: needed, paid_before: paidBefore, ...outlook },
  };
}
