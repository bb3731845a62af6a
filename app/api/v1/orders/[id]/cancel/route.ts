import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { cancelOrder } from '@/lib/orders/cancel';
import { orderParams } from '@/lib/orders/schema';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/cancel', {
  POST: route(
    {
      id: 'cancelOrder',
      summary: 'Cancel an order',
      description: 'Ends an order that is not funded. One that is funded is refunded instead.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,

      returns: orderAnswer,
      refuses: ['not_found', 'order_state'],
      idempotent: true,
    },
    (ctx, { params }) => cancelOrder(ctx, params.id),
  ),
});
