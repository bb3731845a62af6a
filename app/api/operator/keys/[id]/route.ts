import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { revokeOperatorKey } from '@/lib/operators/keys';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/keys/{id}', {
  DELETE: route(
    {
      id: 'revokeOperatorKey',
      summary: 'Revoke a key of operators',
      tag: 'Operator pages',
      permission: { operator: 'keys:write' },
      params: z.strictObject({ id: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => revokeOperatorKey(ctx, params.id),
  ),
});
