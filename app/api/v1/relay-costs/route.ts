import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { relayCostsList, relayCostsQuery } from '@/lib/relay/claims/cost-schema';
import { viewRelayCosts } from '@/lib/relay/claims/costs';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/relay-costs', {
  GET: route(
    {
      id: 'listRelayCosts',
      summary: 'List what sending cost',
      description:
        'By day (UTC) and network, the newest day first: how many payouts we sent for you, what the network took from us for them, and what their fees brought. Days on which nothing was asked for are left out. A day’s figures grow until what it asked for is final.',
      tag: 'Payouts',
      permission: { scope: 'payouts:read' },
      query: relayCostsQuery,
      returns: relayCostsList,
      refuses: [],
    },
    async (ctx, { query }) => ({ data: await viewRelayCosts(ctx, query) }),
  ),
});
