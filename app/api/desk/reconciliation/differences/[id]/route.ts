import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { differenceOnWire, differenceParams } from '@/lib/reconcile/schema';
import { viewDifference } from '@/lib/reconcile/view';

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
