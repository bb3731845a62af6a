import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deliverOrder } from '@/lib/orders/deliver';
import { deliverOrderBody, orderParams } from '@/lib/orders/schema';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/orders/{id}/deliver', {
  POST: route(
    {
      id: 'deliverOrderAtDesk',
      summary: 'Say that an order was delivered',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: orderParams,
      body: deliverOrderBody,
      returns: orderAnswer,
      refuses: ['not_found', 'order_state'],
    },
    (ctx, { params, body }) => deliverOrder(ctx, params.id, body),
  ),
});
