import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { differenceOnWire, differenceParams } from '@/lib/reconcile/core/schema';
import { viewDifference } from '@/lib/reconcile/review/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/reconciliation/differences/{id}', {
  GET: route(
    {
      ...{ id: 'readDifference', summary: 'See one difference', tag: 'Desk' },
      permission: { member: 'reconcile:read' },
      params: differenceParams,
      returns: differenceOnWire,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewDifference(ctx, params.id),
  ),
});
