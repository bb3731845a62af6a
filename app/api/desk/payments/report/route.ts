import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { paymentState, reportBody } from '@/lib/payouts/payment-schema';
import { reportPayment } from '@/lib/payouts/report-payment';

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
