import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { differencePage, differenceQuery } from '@/lib/reconcile/core/schema';
import { listDifferences } from '@/lib/reconcile/review/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/reconciliation/differences', {
  GET: route(
    {
      ...{ id: 'listDifferences', summary: 'See what chain and books do not say alike', tag: 'Desk' },
      permission: { member: 'reconcile:read' },
      query: differenceQuery,
      returns: differencePage,
      refuses: [],
    },
    (ctx, { query }) => listDifferences(ctx, query),
  ),
});
