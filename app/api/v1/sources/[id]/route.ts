import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { deleteSource } from '@/lib/sources/create';
import { sourceParams } from '@/lib/sources/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/sources/{id}', {
  DELETE: route(
    {
      id: 'deleteSource',
      summary: 'Close the address of a source',
      description: 'What arrives there from now on gets 404. What was received before stays.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:write' },
      params: sourceParams,
      returns: z.void(),
      status: 204,
      refuses: ['not_found', 'gateway_state'],
    },
    (ctx, { params }) => deleteSource(ctx, params.id),
  ),
});
