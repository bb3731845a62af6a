import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deliveryDetail, deliveryParams } from '@/lib/webhooks/events/delivery-schema';
import { viewDelivery } from '@/lib/webhooks/sending/deliveries';

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
