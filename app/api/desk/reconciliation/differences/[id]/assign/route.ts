import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { assignBody, differenceOnWire, differenceParams } from '@/lib/reconcile/core/schema';
import { assignDifference } from '@/lib/reconcile/review/assign';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource(
  '/api/desk/reconciliation/differences/{id}/assign',
  {
    POST: route(
      {
        ...{ id: 'assignDifference', summary: 'Give a difference to a member of the team', tag: 'Desk' },
        permission: { member: 'reconcile:write' },
        params: differenceParams,
        body: assignBody,
        returns: differenceOnWire,
        refuses: ['not_found', 'difference_state', 'step_up_required'],
      },
      (ctx, { params, body }) => assignDifference(ctx, params.id, body),
    ),
  },
);
