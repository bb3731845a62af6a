import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { takeMoreTime } from '@/lib/orders/clock/buyer';
import { buyerOrder, buyerParams } from '@/lib/orders/clock/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/order-links/{token}/extension', {
  POST: route(
    {
      id: 'extendOrder',
      summary: 'Take more time, as the buyer',
      description:
        'Once, and only so far that no order waits longer than 30 days from its delivery. Both sides are told the new time.',
      tag: 'Orders',
      permission: 'claimant',
      params: buyerParams,
      returns: buyerOrder,
      refuses: ['link_unknown', 'order_state'],
    },
    (ctx, { params }) => takeMoreTime(ctx, params.token),
  ),
});
