import { viewPayment } from '@/lib/by-hand/report';
import { paymentState, signingParams } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/{id}', {
  GET: route(
    {
      id: 'viewPayment',
      summary: 'See how one signing stands',
      tag: 'Desk',
      permission: { member: 'payouts:read' },
      params: signingParams,
      returns: paymentState,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewPayment(ctx, params.id),
  ),
});
