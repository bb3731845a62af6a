import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { reconciliationState, startAnswer, startBody } from '@/lib/reconcile/core/schema';
import { startReconciliation } from '@/lib/reconcile/day/start';
import { viewReconciliation } from '@/lib/reconcile/review/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/reconciliation', {
  GET: route(
    {
      ...{ id: 'readReconciliation', summary: 'See how the books of each chain stand', tag: 'Desk' },
      permission: { member: 'reconcile:read' },
      returns: reconciliationState,
      refuses: [],
    },
    (ctx) => viewReconciliation(ctx),
  ),
  POST: route(
    {
      ...{ id: 'startReconciliation', summary: 'Close the books now, or a day again', tag: 'Desk' },
      permission: { member: 'reconcile:write' },
      body: startBody,
      returns: startAnswer,
      refuses: [],
    },
    (ctx, { body }) => startReconciliation(ctx, body),
  ),
});
