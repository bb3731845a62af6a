import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { changeRewardSourceBody, rewardSourceAnswer, rewardSourceParams } from '@/lib/rewards/schema';
import { changeRewardSource, deleteRewardSource } from '@/lib/rewards/sources';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/reward-sources/{id}', {
  PATCH: route(
    {
      id: 'changeRewardSource',
      summary: 'Change what a coin is worth',
      description:
        'Also its parameter names, caps and token. A new rate counts for all coins that are not redeemed yet; a new token proves callbacks at once, the one before for a day longer.',
      tag: 'Rewards',
      permission: { scope: 'webhooks:write', member: 'webhooks:write' },
      params: rewardSourceParams,
      body: changeRewardSourceBody,
      returns: rewardSourceAnswer,
      refuses: ['not_found', 'amount_malformed', 'amount_too_precise', 'amount_too_small'],
    },
    (ctx, { params, body }) => changeRewardSource(ctx, params.id, body),
  ),
  DELETE: route(
    {
      id: 'deleteRewardSource',
      summary: 'Close the address of a source of rewards',
      description: 'Callbacks that arrive there from now on get 404. Users keep their coins and can redeem them.',
      tag: 'Rewards',
      permission: { scope: 'webhooks:write', member: 'webhooks:write' },
      params: rewardSourceParams,
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => deleteRewardSource(ctx, params.id),
  ),
});
