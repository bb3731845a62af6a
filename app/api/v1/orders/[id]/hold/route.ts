import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { orderParams, stopOrderBody } from '@/lib/orders/schema';
import { holdOrder } from '@/lib/orders/stop';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/hold', {
  POST: route(
    {
      id: 'holdOrder',
      summary: 'Put an order on hold',
      description:
        'Nothing of what is held leaves until you resume it. Its grace period stands still. What is on its way already stays so.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,
      body: stopOrderBody,
      returns: orderAnswer,
      refuses: ['not_found', 'order_state'],
      idempotent: true,
    },
    (ctx, { params, body }) => holdOrder(ctx, params.id, body),
  ),
});
