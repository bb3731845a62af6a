import { releasePayment } from '@/lib/by-hand/release';
import { paymentState, releaseBody } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/release', {
  POST: route(
    {
      id: 'releasePayment',
      summary: 'Release a payment whose outcome is open',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: releaseBody,
      returns: paymentState,
      refuses: ['not_found', 'payout_state', 'transfer_in_progress', 'outcome_unproven', 'chain_unavailable'],
    },
    (ctx, { body }) => releasePayment(ctx, body),
  ),
});
