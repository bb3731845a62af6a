import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutPreview, previewPayoutBody } from '@/lib/payouts/terms/create-schema';
import { previewPayout } from '@/lib/payouts/terms/preview';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/preview', {
  POST: route(
    {
      id: 'previewPayout',
      summary: 'See what making a payout would mean',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      body: previewPayoutBody,
      returns: payoutPreview,
      refuses: [
        'amount_malformed',
        'amount_too_precise',
        'amount_too_small',
        'amount_too_large',
        'asset_unavailable',
        'recipient_unsupported',
        'sandbox_recipient',
        'delivery_unavailable',
        'currency_unavailable',
        'rate_unavailable',
        'chain_unavailable',
        'address_refused',
      ],
    },
    (ctx, { body }) => previewPayout(ctx, body),
  ),
});
