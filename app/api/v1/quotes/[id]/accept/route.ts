import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createdPayoutAnswer } from '@/lib/payouts/schema';
import { acceptQuote } from '@/lib/quotes/deals/accept-quote';
import { acceptQuoteBody, quoteParams } from '@/lib/quotes/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/quotes/{id}/accept', {
  POST: route(
    {
      id: 'acceptQuote',
      summary: 'Accept a quote',
      description:
        'Creates the one payout of a quote, for exactly its amounts; they stand for good, whenever it is claimed. Once accepted or expired it is refused.',
      tag: 'Payouts',
      permission: { scope: 'payouts:write' },
      params: quoteParams,
      body: acceptQuoteBody,
      returns: createdPayoutAnswer,
      status: 201,
      refuses: [
        ...spendRefusals,
        'not_found',
        'quote_accepted',
        'quote_expired',
        'stopped',
        'merchant_suspended',
        'amount_too_small',
        'amount_too_large',
        'asset_unavailable',
        'recipient_unsupported',
        'voucher_refused',
        'delivery_unavailable',
        'chain_unavailable',
        'address_refused',
        'reference_taken',
      ],
      idempotent: true,
    },
    (ctx, { params, body }) => acceptQuote(ctx, params.id, body),
  ),
});
