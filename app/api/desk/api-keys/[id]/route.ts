import { z } from 'zod';
import { removeKey } from '@/lib/access/team/manage-keys';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/api-keys/{id}', {
  DELETE: route(
    {
      id: 'revokeApiKey',
      summary: 'Revoke an API key',
      tag: 'Desk',
      permission: { member: 'keys:write' },
      params: z.strictObject({ id: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => removeKey(ctx, params.id),
  ),
});
