import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deliveryAnswer, deliveryParams } from '@/lib/webhooks/events/delivery-schema';
import { resendDelivery } from '@/lib/webhooks/sending/resend';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/webhooks/deliveries/{id}/resend', {
  POST: route(
    {
      id: 'resendDelivery',
      summary: 'Send a delivery again',
      tag: 'Desk',
      permission: { member: 'webhooks:write' },
      params: deliveryParams,
      returns: deliveryAnswer,
      refuses: ['not_found', 'endpoint_state'],
    },
    (ctx, { params }) => resendDelivery(ctx, params.id),
  ),
});
