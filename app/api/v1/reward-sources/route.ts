import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createdRewardSourceAnswer, createRewardSourceBody, rewardSourceList } from '@/lib/rewards/schema';
import { createRewardSource, listRewardSources } from '@/lib/rewards/sources';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/reward-sources', {
  POST: route(
    {
      id: 'createRewardSource',
      summary: 'Add a source of rewards',
      description:
        'Gives adjoe an address for its server-to-server callbacks, with parameter names of your own, and says what a coin from there is worth. `template` is the address to paste into its dashboard.',
      tag: 'Rewards',
      permission: { scope: 'webhooks:write', member: 'webhooks:write' },
      body: createRewardSourceBody,
      returns: createdRewardSourceAnswer,
      status: 201,
      refuses: ['asset_unavailable', 'amount_malformed', 'amount_too_precise', 'amount_too_small'],
      idempotent: true,
    },
    (ctx, { body }) => createRewardSource(ctx, body),
  ),
  GET: route(
    {
      id: 'listRewardSources',
      summary: 'List the sources of rewards',
      tag: 'Rewards',
      permission: { scope: 'webhooks:read' },
      returns: rewardSourceList,
      refuses: [],
    },
    (ctx) => listRewardSources(ctx),
  ),
});
