import { reportPayment } from '@/lib/by-hand/report';
import { paymentState, reportBody } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/report', {
  POST: route(
    {
      id: 'reportPayment',
      summary: 'Tell what the wallet answered',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: reportBody,
      returns: paymentState,
      refuses: ['not_found', 'transfer_mismatch'],
    },
    (ctx, { body }) => reportPayment(ctx, body),
  ),
});
