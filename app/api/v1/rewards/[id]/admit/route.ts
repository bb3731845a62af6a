import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { admitReward } from '@/lib/rewards/decide';
import { decideRewardBody, rewardAnswer, rewardParams } from '@/lib/rewards/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/rewards/{id}/admit', {
  POST: route(
    {
      id: 'admitReward',
      summary: 'Let in a reward that a cap holds',
      description: 'Its coins are the user’s from now on.',
      tag: 'Rewards',
      permission: { scope: 'payouts:write', member: 'payouts:write' },
      params: rewardParams,
      body: decideRewardBody,
      returns: rewardAnswer,
      refuses: ['not_found', 'reward_state'],
    },
    (ctx, { params, body }) => admitReward(ctx, params.id, body),
  ),
});
