import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deleteEndpoint, updateEndpoint } from '@/lib/webhooks/endpoints/endpoints';
import { endpointAnswer, endpointParams, updateEndpointBody } from '@/lib/webhooks/endpoints/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/webhooks/endpoints/{id}', {
  PATCH: route(
    {
      id: 'changeEndpoint',
      summary: 'Change, pause or resume a webhook endpoint',
      tag: 'Desk',
      permission: { member: 'webhooks:write' },
      params: endpointParams,
      body: updateEndpointBody,
      returns: endpointAnswer,
      refuses: ['not_found', 'target_refused', 'endpoint_state'],
    },
    (ctx, { params, body }) => updateEndpoint(ctx, params.id, body),
  ),
  DELETE: route(
    {
      id: 'removeEndpoint',
      summary: 'Delete a webhook endpoint',
      tag: 'Desk',
      permission: { member: 'webhooks:write' },
      params: endpointParams,
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => deleteEndpoint(ctx, params.id),
  ),
});
