import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { objectToOrder } from '@/lib/orders/clock/buyer';
import { buyerOrder, buyerParams, objectionBody } from '@/lib/orders/clock/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/order-links/{token}/objection', {
  POST: route(
    {
      id: 'objectToOrder',
      summary: 'Object, as the buyer',
      description:
        'What the order holds is in dispute until a person of the merchant decides: nothing is paid before. Once more changes nothing.',
      tag: 'Orders',
      permission: 'claimant',
      params: buyerParams,
      body: objectionBody,
      returns: buyerOrder,
      refuses: ['link_unknown', 'order_state'],
    },
    (ctx, { params, body }) => objectToOrder(ctx, params.token, body),
  ),
});
