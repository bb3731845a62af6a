import { rejectPayment } from '@/lib/by-hand/report';
import { declineBody, paymentState } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/reject', {
  POST: route(
    {
      id: 'rejectPayment',
      summary: 'Tell that the wallet did not sign',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: declineBody,
      returns: paymentState,
      refuses: ['not_found', 'transfer_in_progress'],
    },
    (ctx, { body }) => rejectPayment(ctx, body),
  ),
});
