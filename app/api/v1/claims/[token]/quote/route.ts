import { claimParams } from '@/lib/claims/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { offerQuote } from '@/lib/quotes/deals/offer-quote';
import { offerBody, offeredQuote } from '@/lib/quotes/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/quote', {
  POST: route(
    {
      id: 'quoteClaim',
      summary: 'Ask what a payout comes to now',
      description:
        'For a payout that was asked for in another currency and whose quote has lapsed, or to be paid in another of its assets. Nothing changes before `/quote/accept`. While a quote is good, asking again answers the same one.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: offerBody,
      returns: offeredQuote,
      refuses: [
        'link_unknown',
        'link_expired',
        'link_cancelled',
        'already_paid',
        'payout_state',
        'transfer_in_progress',
        'quote_stands',
        'asset_unavailable',
        'amount_too_small',
        'amount_too_large',
        'currency_unavailable',
        'rate_unavailable',
        'chain_unavailable',
      ],
    },
    (ctx, { params, body }) => offerQuote(ctx, params.token, body),
  ),
});
