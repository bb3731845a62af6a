import { previewPayment } from '@/lib/by-hand/prepare';
import { previewAnswer, previewBody } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/preview', {
  POST: route(
    {
      id: 'previewPayment',
      summary: 'See what paying would sign',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: previewBody,
      returns: previewAnswer,
      refuses: [
        'not_found',
        'payout_state',
        'approval_changed',
        'address_refused',
        'transfer_in_progress',
        'wallet_short',
        'payment_would_fail',
        'chain_unavailable',
      ],
    },
    (ctx, { body }) => previewPayment(ctx, body),
  ),
});
