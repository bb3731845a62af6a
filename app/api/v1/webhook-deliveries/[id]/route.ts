import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deliveryDetail, deliveryParams } from '@/lib/webhooks/events/delivery-schema';
import { viewDelivery } from '@/lib/webhooks/sending/deliveries';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-deliveries/{id}', {
  GET: route(
    {
      id: 'viewWebhookDelivery',
      summary: 'Read a delivery with its attempts',
      description: 'What we sent at each attempt, what your server answered, how long it took and what went wrong.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:read' },
      params: deliveryParams,
      returns: deliveryDetail,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewDelivery(ctx, params.id),
  ),
});
