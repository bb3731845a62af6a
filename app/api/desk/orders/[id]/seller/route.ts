import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { changeSeller } from '@/lib/orders/clock/change-seller';
import { changeSellerBody } from '@/lib/orders/clock/schema';
import { orderParams } from '@/lib/orders/schema';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/orders/{id}/seller', {
  POST: route(
    {
      id: 'changeSellerAtDesk',
      summary: 'Name another address of the seller',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: orderParams,
      body: changeSellerBody,
      returns: orderAnswer,
      refuses: ['not_found', 'order_state', 'address_refused', 'destination_refused'],
    },
    (ctx, { params, body }) => changeSeller(ctx, params.id, body),
  ),
});
