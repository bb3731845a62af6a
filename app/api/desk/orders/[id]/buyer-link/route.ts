import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { linkBuyer } from '@/lib/orders/clock/change-seller';
import { buyerLink } from '@/lib/orders/clock/schema';
import { orderParams } from '@/lib/orders/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/orders/{id}/buyer-link', {
  POST: route(
    {
      id: 'linkBuyerAtDesk',
      summary: 'Read the link of the buyer',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: orderParams,
      returns: buyerLink,
      refuses: ['not_found'],
    },
    (ctx, { params }) => linkBuyer(ctx, params.id),
  ),
});
