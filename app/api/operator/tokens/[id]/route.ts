import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { dropToken } from '@/lib/tokens/add-token';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/tokens/{id}', {
  DELETE: route(
    {
      id: 'dropToken',
      summary: 'Take back a token that waits for a second operator',
      tag: 'Operator pages',
      permission: { operator: 'tokens:write' },
      params: z.object({ id: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['step_up_required', 'not_found'],
    },
    (ctx, { params }) => dropToken(ctx, params.id),
  ),
});
