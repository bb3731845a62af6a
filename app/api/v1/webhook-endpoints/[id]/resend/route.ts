import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { endpointParams } from '@/lib/webhooks/endpoints/schema';
import { resendAnswer, resendBody } from '@/lib/webhooks/events/delivery-schema';
import { resendEvents } from '@/lib/webhooks/sending/resend';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-endpoints/{id}/resend', {
  POST: route(
    {
      id: 'resendWebhooks',
      summary: 'Send a range of events again',
      description:
        'Queues what happened in a range of time for this endpoint: what it has not taken, also from before it was made or while it was paused, or with `only: "all"` everything that it wants. Each call goes through at most 10,000 events; while `next_after` is set, send it as `after` to go on. Events keep their ids, so what you have acted on already is known by its `webhook-id`.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:write' },
      params: endpointParams,
      body: resendBody,
      returns: resendAnswer,
      refuses: ['not_found'],
      idempotent: true,
    },
    (ctx, { params, body }) => resendEvents(ctx, params.id, body),
  ),
});
