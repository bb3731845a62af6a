import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { rewardUserAnswer, rewardUserParams } from '@/lib/rewards/schema';
import { viewRewardUser } from '@/lib/rewards/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/rewards/users/{id}', {
  GET: route(
    {
      id: 'viewRewardUser',
      summary: 'See what a user has earned',
      description:
        'By the id that you gave adjoe as `user_uuid`: their coins of each kind, what these are worth now, and what they redeemed.',
      tag: 'Rewards',
      permission: { scope: 'payouts:read' },
      params: rewardUserParams,
      returns: rewardUserAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewRewardUser(ctx, params.id),
  ),
});
