import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deleteSource } from '@/lib/sources/create';
import { sourceParams } from '@/lib/sources/schema';

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
      refuses: ['not_found', 'gateway_state'],
    },
    (ctx, { params }) => deleteSource(ctx, params.id),
  ),
});
