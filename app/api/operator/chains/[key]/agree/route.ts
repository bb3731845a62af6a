import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { agreeToChain } from '@/lib/networks/add-chain';
import { addedChainAnswer } from '@/lib/networks/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/chains/{key}/agree', {
  POST: route(
    {
      id: 'agreeToChain',
      summary: 'Agree to a network that another operator proposed',
      tag: 'Operator pages',
      permission: { operator: 'chains:write' },
      params: z.object({ key: z.string() }),
      returns: addedChainAnswer,
      refuses: ['step_up_required', 'not_found', 'chain_own', 'chain_refused'],
    },
    (ctx, { params }) => agreeToChain(ctx, params.key),
  ),
});
