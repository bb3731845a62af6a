import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { endpointParams } from '@/lib/webhooks/endpoints/schema';
import { exhaustedResent } from '@/lib/webhooks/events/delivery-schema';
import { resendExhausted } from '@/lib/webhooks/sending/resend-exhausted';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource(
  '/api/desk/webhooks/endpoints/{id}/resend-exhausted',
  {
    POST: route(
      {
        id: 'resendExhausted',
        summary: 'Send again what was given up',
        tag: 'Desk',
        permission: { member: 'webhooks:write' },
        params: endpointParams,
        returns: exhaustedResent,
        refuses: ['not_found'],
      },
      (ctx, { params }) => resendExhausted(ctx, params.id),
    ),
  },
);
