import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deliveryAnswer, deliveryParams } from '@/lib/webhooks/events/delivery-schema';
import { resendDelivery } from '@/lib/webhooks/sending/resend';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-deliveries/{id}/resend', {
  POST: route(
    {
      id: 'resendWebhookDelivery',
      summary: 'Send a delivery again',
      description:
        'Sends it at once, whether it was delivered, is waiting for its next attempt or is exhausted, and restarts its retries. While its endpoint is paused it waits.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:write' },
      params: deliveryParams,
      returns: deliveryAnswer,
      refuses: ['not_found', 'endpoint_state'],
      idempotent: true,
    },
    (ctx, { params }) => resendDelivery(ctx, params.id),
  ),
});
