import { createdKey, newKeyBody } from '@/lib/access/key-schema';
import { addKey } from '@/lib/access/team/manage-keys';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/api-keys', {
  POST: route(
    {
      id: 'addApiKey',
      summary: 'Make an API key',
      tag: 'Desk',
      permission: { member: 'keys:write' },
      body: newKeyBody,
      returns: createdKey,
      status: 201,
      refuses: [],
    },
    (ctx, { body }) => addKey(ctx, body),
  ),
});
