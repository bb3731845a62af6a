import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { reverseReward } from '@/lib/rewards/decide';
import { decideRewardBody, rewardAnswer, rewardParams } from '@/lib/rewards/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/rewards/{id}/reverse', {
  POST: route(
    {
      id: 'reverseReward',
      summary: 'Take a reward back',
      description:
        'Once, also where its coins are redeemed already: then the user is below zero until they earn more, and redeems nothing. A repetition of its callback stays a repetition.',
      tag: 'Rewards',
      permission: { scope: 'payouts:write', member: 'payouts:write' },
      params: rewardParams,
      body: decideRewardBody,
      returns: rewardAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params, body }) => reverseReward(ctx, params.id, body),
  ),
});
