import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { prepareBody, preparedAnswer } from '@/lib/payouts/payment-schema';
import { preparePayment } from '@/lib/payouts/prepare-payment';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/prepare', {
  POST: route(
    {
      id: 'preparePayment',
      summary: 'Write down what is about to be signed',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: prepareBody,
      returns: preparedAnswer,
      refuses: [
        'not_found',
        'payout_state',
        'approval_changed',
        'address_refused',
        'transfer_in_progress',
        'wallet_unproved',
        'wallet_short',
        'payment_would_fail',
        'chain_unavailable',
        'payment_held',
        'hold_lost',
        'destination_refused',
        'destination_doubtful',
      ],
    },
    (ctx, { body }) => preparePayment(ctx, body),
  ),
});
