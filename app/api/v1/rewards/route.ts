import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { listRewardsQuery, rewardPage } from '@/lib/rewards/schema';
import { listRewards } from '@/lib/rewards/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/rewards', {
  GET: route(
    {
      id: 'listRewards',
      summary: 'List rewards',
      description: 'What your users earned, the newest first. One reward by its source and `trans_uuid`.',
      tag: 'Rewards',
      permission: { scope: 'payouts:read' },
      query: listRewardsQuery,
      returns: rewardPage,
      refuses: [],
    },
    (ctx, { query }) => listRewards(ctx, query),
  ),
});
