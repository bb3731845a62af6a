import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { orderParams, stopOrderBody } from '@/lib/orders/schema';
import { holdOrder } from '@/lib/orders/stop';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/orders/{id}/hold', {
  POST: route(
    {
      id: 'holdOrderAtDesk',
      summary: 'Put an order on hold',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: orderParams,
      body: stopOrderBody,
      returns: orderAnswer,
      refuses: ['not_found', 'order_state'],
    },
    (ctx, { params, body }) => holdOrder(ctx, params.id, body),
  ),
});
