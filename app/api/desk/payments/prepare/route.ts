import { preparePayment } from '@/lib/by-hand/prepare';
import { prepareBody, preparedAnswer } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

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
        'stopped',
        'screening_held',
        'destination_refused',
        'destination_doubtful',
      ],
    },
    (ctx, { body }) => preparePayment(ctx, body),
  ),
});
