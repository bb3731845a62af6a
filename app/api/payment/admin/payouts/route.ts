import { listAdminPayouts } from '@/lib/doors/order-flow/list-admin-payouts';
import { adminPayoutsAnswer, adminPayoutsQuery } from '@/lib/doors/order-flow/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/payment/admin/payouts', {
  GET: route(
    {
      id: 'listAdminPayouts',
      summary: 'List payouts in the words of the order flow',
      description: 'The same payouts as `GET /api/v1/payouts`, newest first, for code that was written for that flow.',
      tag: 'Payouts',
      permission: { scope: 'payouts:read', member: 'payouts:read' },
      query: adminPayoutsQuery,
      returns: adminPayoutsAnswer,
      refuses: [],
    },
    (ctx, { query }) => listAdminPayouts(ctx, query),
  ),
});
