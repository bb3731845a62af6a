import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { declareUnsigned } from '@/lib/payouts/declare-unsigned';
import { paymentState, unsignedBody } from '@/lib/payouts/payment-schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/unsigned', {
  POST: route(
    {
      id: 'declareUnsigned',
      summary: 'State that nothing was signed',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: unsignedBody,
      returns: paymentState,
      refuses: ['not_found', 'payout_state', 'transfer_in_progress', 'chain_unavailable'],
    },
    (ctx, { body }) => declareUnsigned(ctx, body),
  ),
});
