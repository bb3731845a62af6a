import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { rotateSecret } from '@/lib/webhooks/endpoints/rotate';
import { createdEndpointAnswer, endpointParams, rotateSecretBody } from '@/lib/webhooks/endpoints/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource(
  '/api/v1/webhook-endpoints/{id}/rotate-secret',
  {
    POST: route(
      {
        id: 'rotateWebhookSecret',
        summary: 'Replace the secret of a webhook endpoint',
        description:
          'The new secret is in this answer and in no later one. Until the overlap is over both secrets sign what we send, so you can change yours without losing anything. Rotating again during an overlap ends it for the oldest secret. Send an Idempotency-Key: a repetition then answers the same new secret instead of making another one.',
        tag: 'Webhooks',
        permission: { scope: 'webhooks:write' },
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
