import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createSource, listSources } from '@/lib/sources/create';
import { createdSourceAnswer, createSourceBody, sourceList } from '@/lib/sources/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/sources', {
  POST: route(
    {
      id: 'createSource',
      summary: 'Add a source of messages',
      description:
        'Gives another system, such as a payment provider, an address where we take its webhooks, verified with the secret that you give here or that we make. They make us look at the network, and are never believed.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:write' },
      body: createSourceBody,
      returns: createdSourceAnswer,
      status: 201,
      refuses: [],
      idempotent: true,
    },
    (ctx, { body }) => createSource(ctx, body),
  ),
  GET: route(
    {
      id: 'listSources',
      summary: 'List who tells us something',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:read' },
      returns: sourceList,
      refuses: [],
    },
    (ctx) => listSources(ctx),
  ),
});
