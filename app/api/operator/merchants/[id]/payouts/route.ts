import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { seenPayouts } from '@/lib/operators/merchants/schema';
import { lookAtPayouts } from '@/lib/operators/merchants/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/merchants/{id}/payouts', {
  POST: route(
    {
      id: 'lookAtPayouts',
      summary: 'Look at how a merchant’s newest payouts are; its audit says so',
      tag: 'Operator pages',
      permission: { operator: 'merchants:read' },
      params: z.strictObject({ id: z.string() }),
      returns: seenPayouts,
      refuses: ['not_found'],
    },
    (ctx, { params }) => lookAtPayouts(ctx, params.id),
  ),
});
