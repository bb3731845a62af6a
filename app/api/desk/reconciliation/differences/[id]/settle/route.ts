import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { differenceOnWire, differenceParams, resolveBody } from '@/lib/reconcile/core/schema';
import { resolveDifference } from '@/lib/reconcile/review/resolve';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource(
  '/api/desk/reconciliation/differences/{id}/settle',
  {
    POST: route(
      {
        ...{ id: 'resolveDifference', summary: 'Resolve a difference', tag: 'Desk' },
        permission: { member: 'reconcile:write' },
        params: differenceParams,
        body: resolveBody,
        returns: differenceOnWire,
        refuses: [
          ...(['not_found', 'difference_state', 'payout_state', 'transfer_in_progress'] as const),
          ...(['chain_unavailable', 'step_up_required'] as const),
        ],
      },
      (ctx, { params, body }) => resolveDifference(ctx, params.id, body),
    ),
  },
);
