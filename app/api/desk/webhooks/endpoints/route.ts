import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createEndpoint } from '@/lib/webhooks/endpoints/add-endpoint';
import { createdEndpointAnswer, createEndpointBody } from '@/lib/webhooks/endpoints/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/webhooks/endpoints', {
  POST: route(
    {
      id: 'addEndpoint',
      summary: 'Add a webhook endpoint',
      tag: 'Desk',
      permission: { member: 'webhooks:write' },
      body: createEndpointBody,
      returns: createdEndpointAnswer,
      status: 201,
      refuses: ['target_refused'],
      idempotent: true,
    },
    (ctx, { body }) => createEndpoint(ctx, body),
  ),
});
