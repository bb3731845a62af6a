import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { orderParams } from '@/lib/orders/schema';
import { resumeOrder } from '@/lib/orders/stop';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/resume', {
  POST: route(
    {
      id: 'resumeOrder',
      summary: 'Resume an order',
      description: 'Ends a hold: the grace period goes on with what was left of it.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,

      returns: orderAnswer,
      refuses: [...spendRefusals, 'not_found', 'order_state'],
      idempotent: true,
    },
    (ctx, { params }) => resumeOrder(ctx, params.id),
  ),
});
