import { z } from 'zod';
import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { idPattern } from '@/lib/kernel/ids';
import { reconciliationOnWire } from '@/lib/reconcile/schema';
import { viewOneReconciliation } from '@/lib/reconcile/view';

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
