import { paymentAnswer, taskParams } from '@/lib/doors/order-flow/schema';
import { viewPayment } from '@/lib/doors/order-flow/view-payment';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/payment/shkeeper/payout/{id}', {
  GET: route(
    {
      id: 'viewPayment',
      summary: 'Read a payment by its task',
      description:
        'How a payment stands, in the words of the order flow. It is found by `providerPaymentId`, before and after the gateway has named its task, and by its own id.',
      tag: 'Payouts',
      permission: { scope: 'payouts:read', member: 'payouts:read' },
      params: taskParams,
      returns: paymentAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewPayment(ctx, params.id),
  ),
});
