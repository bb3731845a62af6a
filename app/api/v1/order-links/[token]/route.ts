import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { viewForBuyer } from '@/lib/orders/clock/buyer';
import { buyerOrder, buyerParams } from '@/lib/orders/clock/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/order-links/{token}', {
  GET: route(
    {
      id: 'viewOrderLink',
      summary: 'Read a buyer’s link',
      description: 'What the buyer of an order may see. The token is the last part of the link; no API key is needed.',
      tag: 'Orders',
      permission: 'claimant',
      params: buyerParams,
      returns: buyerOrder,
      refuses: ['link_unknown'],
    },
    (ctx, { params }) => viewForBuyer(ctx, params.token),
  ),
});
