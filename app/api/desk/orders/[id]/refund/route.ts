import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
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
      refuses: [
        'not_found',
        'order_state',
        'order_short',
        'amount_malformed',
        'amount_too_precise',
        'amount_too_small',
        'rate_unavailable',
        'chain_unavailable',
        'amount_too_large',
        'recipient_unsupported',
        'address_refused',
        'asset_unavailable',
      ],
      idempotent: true,
    },
    (ctx, { params, body }) => refundOrder(ctx, params.id, body),
  ),
});
