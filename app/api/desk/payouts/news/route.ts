import { payoutNews, payoutNewsQuery } from '@/lib/desk/list/schema';
import { newsForDesk } from '@/lib/desk/live/news';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/news', {
  GET: route(
    {
      id: 'readPayoutNews',
      summary: 'See how the rows of an open page are now',
      tag: 'Desk',
      permission: { member: 'payouts:read' },
      query: payoutNewsQuery,
      returns: payoutNews,
      refuses: [],
    },
    (ctx, { query }) => newsForDesk(ctx, query),
  ),
});
