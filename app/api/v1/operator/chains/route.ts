import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { addChain, viewChains } from '@/lib/networks/add-chain';
import { addChainBody, addedChainAnswer, addedChainList } from '@/lib/networks/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/operator/chains', {
  GET: route(
    {
      id: 'listAddedChains',
      summary: 'See the networks that operators added',
      tag: 'Operators',
      permission: { operatorScope: 'installation:read' },
      returns: addedChainList,
      refuses: [],
    },
    async (ctx) => ({ data: await viewChains(ctx) }),
  ),
  POST: route(
    {
      id: 'addChain',
      summary: 'Propose a network by its id and nodes, after a look at each node',
      description: 'It waits for the word of a second person. Twice is refused as `chain_known`.',
      tag: 'Operators',
      permission: { operatorScope: 'chains:write' },
      body: addChainBody,
      returns: addedChainAnswer,
      status: 201,
      refuses: ['step_up_required', 'chain_refused', 'chain_known'],
    },
    (ctx, { body }) => addChain(ctx, body),
  ),
});
