import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { type Priced, readMoney } from '@/lib/payouts/terms/read-money';
import { presentQuote } from '@/lib/quotes/present';
import type { CreateQuoteBody, QuoteAnswer } from '@/lib/quotes/schema';
import { findQuote, insertQuote, selectQuotes } from '@/lib/quotes/store';

/**
 * What a payout would come to now, kept so that it can be accepted until it expires. Reserves nothing.
 * Refuses: asset_unavailable, amount_*, currency_unavailable, rate_unavailable, chain_unavailable.
 */
export async function makeQuote(ctx: Context, body: CreateQuoteBody): Promise<QuoteAnswer> {
  return writeQuote(ctx, (await priceQuote(ctx, body)).priced);
}

export async function priceQuote(ctx: Context, { expires_in, ...body }: CreateQuoteBody) {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  return { merchantId, priced: await readMoney(ctx, merchantId, { ...body, quotedSeconds: expires_in }) };
}

export async function writeQuote(ctx: Context, { quote }: Pick<Priced, 'quote'>): Promise<QuoteAnswer> {
  if (!quote) throw new Error('What is displayed in a currency has a quote');
  const made = await ctx.db.transaction((tx) => insertQuote(tx, quote));
  return presentQuote(made, ctx.clock.now());
}

/** One quote of the acting merchant. Refuses: not_found. */
export async function viewQuote(ctx: Context, id: string): Promise<QuoteAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const quote = await findQuote(ctx.db, { merchantId, id });
  if (!quote) throw quoteUnknown(id);
  return presentQuote(quote, ctx.clock.now());
}

/** All quotes of the acting merchant, those of its payouts included, the newest first. */
export async function listQuotes(ctx: Context, page: { offset: number; max: number }): Promise<QuoteAnswer[]> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const rows = await selectQuotes(ctx.db, merchantId, page);
  return rows.map((quote) => presentQuote(quote, ctx.clock.now()));
}

export function quoteUnknown(id: string): Refusal {
  return new Refusal('not_found', { detail: `There is no quote ${id}.` });
}
