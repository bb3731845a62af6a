import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { listPayable } from '@/lib/payouts/list-payable';
import { payableList, payableQuery } from '@/lib/payouts/payment-schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments', {
  GET: route(
    {
      id: 'listPayable',
      summary: 'See what is to be paid by hand, and who is at it',
      tag: 'Desk',
      permission: { member: 'payouts:read' },
      query: payableQuery,
      returns: payableList,
      refuses: [],
    },
    (ctx, { query }) => listPayable(ctx, query),
  ),
});
