import { undoing } from '@/db/undoing';
import { type Context, requirePermission } from '@/lib/access/actor';
import { approvalsNeeded } from '@/lib/approvals/rules';
import { checkMoney } from '@/lib/payouts/terms/read-money';
import { foresee } from '@/lib/payouts/terms/validate';
import type { PayoutValidation } from '@/lib/payouts/terms/validate-schema';
import { termsOf } from '@/lib/rails/traits';
import { createOrder } from './create';
import type { CreateOrderBody } from './schema';

/**
 * Makes an order as `createOrder` does, and undoes it; answers what the payout that releases all of it would come to now, at the
 * highest fee. Refuses: what `createOrder` refuses.
 */
export async function validateOrder(ctx: Context, body: CreateOrderBody): Promise<PayoutValidation> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const order = await createOrder({ ...ctx, db: undoing(ctx.db) }, body);
  const paid = { ...body, fee_payer: 'recipient' as const, delivery: 'claim' as const };
  const { terms, token, money } = await checkMoney(ctx.db, merchantId, paid);
  const recipient = order.seller.address ? { recipientAddress: order.seller.address } : {};
  const found = await foresee(ctx, merchantId, paid, {
    ...{ token, money, recipient, computed: null },
    vault: termsOf(body.rail).needsVault ? terms.vault : null,
    needed: await approvalsNeeded(ctx.db, terms.rule, { merchantId, gross: money.gross, ...recipient }),
  });
  if (!order.frozen) return found;
  const detail = 'Its seller has no wallet, and this rail pays wallets alone: it is kept until they have one.';
  return { ...found, warnings: [{ code: 'no_address', detail }, ...found.warnings] };
}
