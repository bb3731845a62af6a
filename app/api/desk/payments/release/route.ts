import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { paymentState, releaseBody } from '@/lib/payouts/payment-schema';
import { releasePayment } from '@/lib/payouts/release-payment';

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
