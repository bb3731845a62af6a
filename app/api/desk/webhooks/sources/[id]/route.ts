import { z } from 'zod';
import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { sourceParams } from '@/lib/webhooks/source-schema';
import { deleteSource } from '@/lib/webhooks/sources';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/webhooks/sources/{id}', {
  DELETE: route(
    {
      id: 'removeSource',
      summary: 'Close the address of a source',
      tag: 'Desk',
      permission: { member: 'webhooks:write' },
      params: sourceParams,
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => deleteSource(ctx, params.id),
  ),
});
