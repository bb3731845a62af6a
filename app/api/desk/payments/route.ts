import { listPayable } from '@/lib/by-hand/list';
import { payableList, payableQuery } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

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
