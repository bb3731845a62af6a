import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createSource } from '@/lib/sources/create';
import { createdSourceAnswer, createSourceBody } from '@/lib/sources/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/webhooks/sources', {
  POST: route(
    {
      id: 'addSource',
      summary: 'Add a source of messages',
      tag: 'Desk',
      permission: { member: 'webhooks:write' },
      body: createSourceBody,
      returns: createdSourceAnswer,
      status: 201,
      refuses: [],
      idempotent: true,
    },
    (ctx, { body }) => createSource(ctx, body),
  ),
});
