import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createEndpoint } from '@/lib/webhooks/endpoints/add-endpoint';
import { listEndpoints } from '@/lib/webhooks/endpoints/endpoints';
import { createdEndpointAnswer, createEndpointBody, endpointList } from '@/lib/webhooks/endpoints/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-endpoints', {
  POST: route(
    {
      id: 'createWebhookEndpoint',
      summary: 'Add a webhook endpoint',
      description:
        'Where you want to hear of your payouts. The secret that verifies what we send is in this answer and in no later one.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:write' },
      body: createEndpointBody,
      returns: createdEndpointAnswer,
      status: 201,
      refuses: ['target_refused'],
      idempotent: true,
    },
    (ctx, { body }) => createEndpoint(ctx, body),
  ),
  GET: route(
    {
      id: 'listWebhookEndpoints',
      summary: 'List webhook endpoints',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:read' },
      returns: endpointList,
      refuses: [],
    },
    (ctx) => listEndpoints(ctx),
  ),
});
