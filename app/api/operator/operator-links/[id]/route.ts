import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { withdrawLink } from '@/lib/operators/links';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/operator-links/{id}', {
  DELETE: route(
    {
      id: 'withdrawLink',
      summary: 'Withdraw a link that nobody has used',
      tag: 'Operator pages',
      permission: { operator: 'operators:write' },
      params: z.strictObject({ id: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => withdrawLink(ctx, params.id),
  ),
});
