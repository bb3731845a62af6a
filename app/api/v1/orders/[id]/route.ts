import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { orderParams } from '@/lib/orders/schema';
import { viewOrder } from '@/lib/orders/view';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}', {
  GET: route(
    {
      id: 'viewOrder',
      summary: 'Read an order',
      tag: 'Orders',
      permission: { scope: 'payouts:read' },
      params: orderParams,
      returns: orderAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewOrder(ctx, params.id),
  ),
});
