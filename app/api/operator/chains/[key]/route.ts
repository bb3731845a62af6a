import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { dropChain } from '@/lib/networks/add-chain';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/chains/{key}', {
  DELETE: route(
    {
      id: 'dropChain',
      summary: 'Take back a network that waits for a second operator',
      tag: 'Operator pages',
      permission: { operator: 'chains:write' },
      params: z.object({ key: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['step_up_required', 'not_found'],
    },
    (ctx, { params }) => dropChain(ctx, params.key),
  ),
});
