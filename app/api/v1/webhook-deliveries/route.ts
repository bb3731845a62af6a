import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deliveryPage, listDeliveriesQuery } from '@/lib/webhooks/events/delivery-schema';
import { listDeliveries } from '@/lib/webhooks/sending/deliveries';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-deliveries', {
  GET: route(
    {
      id: 'listWebhookDeliveries',
      summary: 'List deliveries',
      description:
        'One delivery is one event on its way to one endpoint; those of the newest events come first. While there is more, `next_cursor` is set: send it as `cursor` for the next page.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:read' },
      query: listDeliveriesQuery,
      returns: deliveryPage,
      refuses: [],
    },
    (ctx, { query }) => listDeliveries(ctx, query),
  ),
});
