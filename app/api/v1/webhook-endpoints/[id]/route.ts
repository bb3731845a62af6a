import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deleteEndpoint, updateEndpoint, viewEndpoint } from '@/lib/webhooks/endpoints/endpoints';
import { endpointAnswer, endpointParams, updateEndpointBody } from '@/lib/webhooks/endpoints/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-endpoints/{id}', {
  GET: route(
    {
      id: 'viewWebhookEndpoint',
      summary: 'Read a webhook endpoint',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:read' },
      params: endpointParams,
      returns: endpointAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewEndpoint(ctx, params.id),
  ),
  PATCH: route(
    {
      id: 'updateWebhookEndpoint',
      summary: 'Change a webhook endpoint',
      description: 'Changes what is given and leaves the rest. A resumed endpoint gets what waited for it.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:write' },
      params: endpointParams,
      body: updateEndpointBody,
      returns: endpointAnswer,
      refuses: ['not_found', 'target_refused', 'endpoint_state'],
    },
    (ctx, { params, body }) => updateEndpoint(ctx, params.id, body),
  ),
  DELETE: route(
    {
      id: 'deleteWebhookEndpoint',
      summary: 'Delete a webhook endpoint',
      description: 'Nothing more is sent there, not even what was waiting.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:write' },
      params: endpointParams,
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => deleteEndpoint(ctx, params.id),
  ),
});
