import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { linkBuyer } from '@/lib/orders/clock/change-seller';
import { buyerLink } from '@/lib/orders/clock/schema';
import { orderParams } from '@/lib/orders/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/buyer-link', {
  POST: route(
    {
      id: 'linkBuyer',
      summary: 'Read the link of the buyer',
      description:
        'For a buyer whose mailbox you did not name: the page on which they object and take more time. It is the same link each time, and the one in our mails.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,
      returns: buyerLink,
      refuses: ['not_found'],
    },
    (ctx, { params }) => linkBuyer(ctx, params.id),
  ),
});
