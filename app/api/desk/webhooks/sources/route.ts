import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { createdSourceAnswer, createSourceBody } from '@/lib/webhooks/source-schema';
import { createSource } from '@/lib/webhooks/sources';

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
