import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { listAdminPayouts } from '@/lib/payouts/order-flow';
import { adminPayoutsAnswer, adminPayoutsQuery } from '@/lib/payouts/order-flow-schema';

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
