import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { liftLimits } from '@/lib/merchants/lift-limits';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/operator/merchants/{id}/limits', {
  DELETE: route(
    {
      id: 'liftLimits',
      summary: 'Lift the limits of a merchant that registered itself',
      tag: 'Operators',
      permission: { operatorScope: 'merchants:write' },
      params: z.strictObject({ id: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => liftLimits(ctx, params.id),
  ),
});
