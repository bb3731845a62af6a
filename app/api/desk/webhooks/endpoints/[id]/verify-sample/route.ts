import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { endpointParams } from '@/lib/webhooks/endpoints/schema';
import { verifySampleAnswer, verifySampleBody } from '@/lib/webhooks/trial/schema';
import { verifySample } from '@/lib/webhooks/trial/verify-sample';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource(
  '/api/desk/webhooks/endpoints/{id}/verify-sample',
  {
    POST: route(
      {
        id: 'verifySample',
        summary: 'Find out why a webhook does not verify',
        tag: 'Desk',
        permission: { member: 'webhooks:write' },
        params: endpointParams,
        body: verifySampleBody,
        returns: verifySampleAnswer,
        refuses: ['not_found', 'test_mode_only'],
      },
      (ctx, { params, body }) => verifySample(ctx, params.id, body),
    ),
  },
);
