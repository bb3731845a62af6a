import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { emptyOrderBody, orderParams } from '@/lib/orders/schema';
import { resumeOrder } from '@/lib/orders/stop';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/orders/{id}/resume', {
  POST: route(
    {
      id: 'resumeOrderAtDesk',
      summary: 'End the hold of an order',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: orderParams,
      body: emptyOrderBody,
      returns: orderAnswer,
      refuses: ['not_found', 'order_state'],
    },
    (ctx, { params }) => resumeOrder(ctx, params.id),
  ),
});
