import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { declineBody, paymentState } from '@/lib/payouts/payment-schema';
import { rejectPayment } from '@/lib/payouts/report-payment';

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
