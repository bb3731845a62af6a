import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { exhaustedResent } from '@/lib/webhooks/delivery-schema';
import { resendExhausted } from '@/lib/webhooks/resend-exhausted';
import { endpointParams } from '@/lib/webhooks/schema';

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
