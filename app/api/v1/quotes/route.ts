import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutValidation } from '@/lib/payouts/terms/validate-schema';
import { makeQuote } from '@/lib/quotes/deals/make-quote';
import { validateQuote } from '@/lib/quotes/deals/validate-quote';
import { createQuoteBody, quoteAnswer } from '@/lib/quotes/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/quotes', {
  POST: route(
    {
      id: 'createQuote',
      summary: 'Ask what a payout comes to',
      description:
        'An amount in one currency, paid in an asset, at the rate that enough feeds agree on now: what is displayed, what leaves your vault, what the recipient gets, and the fee. It can be accepted once, until it expires. Nothing is reserved before that.',
      tag: 'Payouts',
      permission: { scope: 'payouts:write' },
      body: createQuoteBody,
      returns: quoteAnswer,
      status: 201,
      refuses: [
        'amount_malformed',
        'amount_too_precise',
        'amount_too_small',
        'amount_too_large',
        'asset_unavailable',
        'currency_unavailable',
        'rate_unavailable',
        'chain_unavailable',
      ],
      idempotent: true,
    },
    (ctx, { body }) => makeQuote(ctx, body),
    { returns: payoutValidation, run: (ctx, { body }) => validateQuote(ctx, body) },
  ),
});
