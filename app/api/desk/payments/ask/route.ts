import { askPayment } from '@/lib/by-hand/ask';
import { askBody, paymentState } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/ask', {
  POST: route(
    {
      id: 'askPayment',
      summary: 'Note that the wallet is asked',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: askBody,
      returns: paymentState,
      refuses: [
        'not_found',
        'payout_state',
        'payment_held',
        'hold_lost',
        'transfer_in_progress',
        'stopped',
        'screening_held',
      ],
    },
    (ctx, { body }) => askPayment(ctx, body),
  ),
});
