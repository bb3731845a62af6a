import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { orderParams, stopOrderBody } from '@/lib/orders/schema';
import { disputeOrder } from '@/lib/orders/stop';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/orders/{id}/dispute', {
  POST: route(
    {
      id: 'disputeOrderAtDesk',
      summary: 'Open a dispute about an order',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: orderParams,
      body: stopOrderBody,
      returns: orderAnswer,
      refuses: ['not_found', 'order_state'],
    },
    (ctx, { params, body }) => disputeOrder(ctx, params.id, body),
  ),
});
