import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { deliveryAnswer, deliveryParams } from '@/lib/webhooks/delivery-schema';
import { resendDelivery } from '@/lib/webhooks/resend';

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
