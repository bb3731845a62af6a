import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { assignDifference } from '@/lib/reconcile/assign';
import { assignBody, differenceOnWire, differenceParams } from '@/lib/reconcile/schema';

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
