import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { endpointParams } from '@/lib/webhooks/endpoints/schema';
import { resendAnswer, resendBody } from '@/lib/webhooks/events/delivery-schema';
import { resendEvents } from '@/lib/webhooks/sending/resend';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/webhooks/endpoints/{id}/resend', {
  POST: route(
    {
      id: 'resendRange',
      summary: 'Send a range of events again',
      tag: 'Desk',
      permission: { member: 'webhooks:write' },
      params: endpointParams,
      body: resendBody,
      returns: resendAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params, body }) => resendEvents(ctx, params.id, body),
  ),
});
