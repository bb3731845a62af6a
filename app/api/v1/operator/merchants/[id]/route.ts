import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { merchantForOperator } from '@/lib/operators/merchants/schema';
import { viewMerchant } from '@/lib/operators/merchants/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/operator/merchants/{id}', {
  GET: route(
    {
      id: 'viewMerchant',
      summary: 'See how a merchant is',
      tag: 'Operators',
      permission: { operatorScope: 'merchants:read' },
      params: z.strictObject({ id: z.string() }),
      returns: merchantForOperator,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewMerchant(ctx, params.id),
  ),
});
