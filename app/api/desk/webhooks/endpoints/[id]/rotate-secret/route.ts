import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { rotateSecret } from '@/lib/webhooks/endpoints/rotate';
import { createdEndpointAnswer, endpointParams, rotateSecretBody } from '@/lib/webhooks/endpoints/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource(
  '/api/desk/webhooks/endpoints/{id}/rotate-secret',
  {
    POST: route(
      {
        id: 'rotateEndpointSecret',
        summary: 'Replace the secret of a webhook endpoint',
        tag: 'Desk',
        permission: { member: 'webhooks:write' },
        params: endpointParams,
        body: rotateSecretBody,
        returns: createdEndpointAnswer,
        refuses: ['not_found', 'endpoint_state'],
        idempotent: true,
      },
      (ctx, { params, body }) => rotateSecret(ctx, params.id, body),
    ),
  },
);
