import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deliverOrder } from '@/lib/orders/deliver';
import { deliverOrderBody, orderParams } from '@/lib/orders/schema';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/deliver', {
  POST: route(
    {
      id: 'deliverOrder',
      summary: 'Say that the goods have arrived',
      description:
        'From now on the grace period runs; at its end the order is released by itself, unless something stops it.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,
      body: deliverOrderBody,
      returns: orderAnswer,
      refuses: [...spendRefusals, 'not_found', 'order_state'],
      idempotent: true,
    },
    (ctx, { params, body }) => deliverOrder(ctx, params.id, body),
  ),
});
