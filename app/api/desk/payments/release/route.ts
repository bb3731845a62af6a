import { paymentState, writeOffBody } from '@/lib/by-hand/sightings/schema';
import { writeOffPayment } from '@/lib/by-hand/write-off';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/release', {
  POST: route(
    {
      id: 'writeOffPayment',
      summary: 'Write off a payment whose outcome is open',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: writeOffBody,
      returns: paymentState,
      refuses: ['not_found', 'payout_state', 'transfer_in_progress', 'outcome_unproven', 'chain_unavailable'],
    },
    (ctx, { body }) => writeOffPayment(ctx, body),
  ),
});
