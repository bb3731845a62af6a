import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { endpointParams } from '@/lib/webhooks/endpoints/schema';
import { verifySampleAnswer, verifySampleBody } from '@/lib/webhooks/trial/schema';
import { verifySample } from '@/lib/webhooks/trial/verify-sample';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource(
  '/api/v1/webhook-endpoints/{id}/verify-sample',
  {
    POST: route(
      {
        id: 'verifyWebhookSample',
        summary: 'Find out why a webhook does not verify',
        description:
          'Paste what your server received: the answer says what its signature should have been, over which text exactly, and what is probably wrong with yours. In test mode only, since it signs any text that it is given.',
        tag: 'Webhooks',
        permission: { scope: 'webhooks:write' },
        params: endpointParams,
        body: verifySampleBody,
        returns: verifySampleAnswer,
        refuses: ['not_found', 'test_mode_only'],
      },
      (ctx, { params, body }) => verifySample(ctx, params.id, body),
    ),
  },
);
