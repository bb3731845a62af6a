import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { viewDelivery } from '@/lib/webhooks/deliveries';
import { deliveryDetail, deliveryParams } from '@/lib/webhooks/delivery-schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/webhooks/deliveries/{id}', {
  GET: route(
    {
      id: 'readDelivery',
      summary: 'See how a delivery goes',
      tag: 'Desk',
      permission: { member: 'webhooks:read' },
      params: deliveryParams,
      returns: deliveryDetail,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewDelivery(ctx, params.id),
  ),
});
