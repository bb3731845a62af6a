import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { orderParams, stopOrderBody } from '@/lib/orders/schema';
import { disputeOrder } from '@/lib/orders/stop';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/dispute', {
  POST: route(
    {
      id: 'disputeOrder',
      summary: 'Put an order in dispute',
      description:
        'Nothing of what is held leaves until you resolve it. At `dispute.deadline_at` your team is told; nothing is decided by itself.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,
      body: stopOrderBody,
      returns: orderAnswer,
      refuses: ['not_found', 'order_state'],
      idempotent: true,
    },
    (ctx, { params, body }) => disputeOrder(ctx, params.id, body),
  ),
});
