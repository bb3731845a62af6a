import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { sendingRefusals } from '@/lib/orders/refusals';
import { refundOrder } from '@/lib/orders/release';
import { orderParams, partOfOrderBody, sentOrderAnswer } from '@/lib/orders/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/orders/{id}/refund', {
  POST: route(
    {
      id: 'refundOrderAtDesk',
      summary: 'Refund an order, or a part of it',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: orderParams,
      body: partOfOrderBody,
      returns: sentOrderAnswer,
      refuses: [...sendingRefusals],
      idempotent: true,
    },
    (ctx, { params, body }) => refundOrder(ctx, params.id, body),
  ),
});
