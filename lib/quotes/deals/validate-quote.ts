import { undoing } from '@/db/undoing';
import type { Context } from '@/lib/access/actor';
import { approvalsNeeded } from '@/lib/approvals/rules';
import { foresee } from '@/lib/payouts/terms/validate';
import type { PayoutValidation } from '@/lib/payouts/terms/validate-schema';
import type { CreateQuoteBody } from '@/lib/quotes/schema';
import { termsOf } from '@/lib/rails/traits';
import { priceQuote, writeQuote } from './make-quote';

/**
 * Makes a quote as `makeQuote` does, and undoes it; answers what a payout of it would come to and meet, to a recipient who was
 * never paid before. Refuses: what `makeQuote` refuses.
 */
export async function validateQuote(ctx: Context, body: CreateQuoteBody): Promise<PayoutValidation> {
  const { merchantId, priced } = await priceQuote(ctx, body);
  await writeQuote({ ...ctx, db: undoing(ctx.db) }, priced);
  const { terms, token, money, computed } = priced;
  return foresee(
    ctx,
    merchantId,
    { ...body, delivery: 'claim' },
    {
      ...{ token, money, computed, recipient: {} },
      vault: termsOf(body.rail).needsVault ? terms.vault : null,
      needed: await approvalsNeeded(ctx.db, terms.rule, { merchantId, gross: money.gross }),
    },
  );
}
