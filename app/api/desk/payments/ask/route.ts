import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { askPayment } from '@/lib/payouts/ask-payment';
import { askBody, paymentState } from '@/lib/payouts/payment-schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/ask', {
  POST: route(
    {
      id: 'askPayment',
      summary: 'Note that the wallet is asked',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: askBody,
      returns: paymentState,
      refuses: ['not_found', 'payout_state', 'payment_held', 'hold_lost', 'transfer_in_progress'],
    },
    (ctx, { body }) => askPayment(ctx, body),
  ),
});
