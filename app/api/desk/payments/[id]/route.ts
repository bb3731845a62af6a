import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { batchParams, paymentState } from '@/lib/payouts/payment-schema';
import { viewPayment } from '@/lib/payouts/report-payment';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/{id}', {
  GET: route(
    {
      id: 'viewPayment',
      summary: 'See how one signing stands',
      tag: 'Desk',
      permission: { member: 'payouts:read' },
      params: batchParams,
      returns: paymentState,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewPayment(ctx, params.id),
  ),
});
