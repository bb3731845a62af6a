import { undoing } from '@/db/undoing';
import { type Context, requirePermission } from '@/lib/access/actor';
import { checkTerms } from '@/lib/payouts/terms/check-terms';
import { previewPayoutBody } from '@/lib/payouts/terms/create-schema';
import { foresee } from '@/lib/payouts/terms/validate';
import type { PayoutValidation } from '@/lib/payouts/terms/validate-schema';
import { redeemCoins } from './redeem';
import type { RedeemBody } from './schema';

/**
 * Redeems coins as `redeemCoins` does, and undoes it; answers what their payout would come to and meet. As there, no node is
 * asked for the fee. Refuses: what `redeemCoins` refuses.
 */
export async function validateRedemption(ctx: Context, user: string, body: RedeemBody): Promise<PayoutValidation> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const { payout } = await redeemCoins({ ...ctx, db: undoing(ctx.db) }, user, body);
  const { amount, asset, chain, rail } = payout;
  const { recipient, delivery, fee_payer } = body;
  const asked = previewPayoutBody.parse({ amount, asset, chain, rail, recipient, delivery, fee_payer });
  return foresee(
    ctx,
    merchantId,
    asked,
    await checkTerms({ db: ctx.db, clock: ctx.clock, inTransaction: true }, merchantId, asked),
  );
}
