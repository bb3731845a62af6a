import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { idPattern } from '@/lib/kernel/ids';
import { reconciliationOnWire } from '@/lib/reconcile/core/schema';
import { viewOneReconciliation } from '@/lib/reconcile/review/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/reconciliation/runs/{id}', {
  GET: route(
    {
      ...{ id: 'readReconciliationRun', summary: 'See how far a reading is', tag: 'Desk' },
      permission: { member: 'reconcile:read' },
      params: z.object({ id: z.string().regex(idPattern('reconciliation')) }),
      returns: reconciliationOnWire,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewOneReconciliation(ctx, params.id),
  ),
});
