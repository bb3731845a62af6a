import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { changeSeller } from '@/lib/orders/clock/change-seller';
import { changeSellerBody } from '@/lib/orders/clock/schema';
import { orderParams } from '@/lib/orders/schema';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/seller', {
  POST: route(
    {
      id: 'changeSeller',
      summary: 'Name another address of the seller',
      description:
        'The contact that the order has is written to. Once the order is delivered the address counts after 24 hours, in which its time stands still and its seller is not paid. Naming the address that it has takes the change back.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,
      body: changeSellerBody,
      returns: orderAnswer,
      refuses: [...spendRefusals, 'not_found', 'order_state', 'address_refused', 'destination_refused'],
    },
    (ctx, { params, body }) => changeSeller(ctx, params.id, body),
  ),
});
