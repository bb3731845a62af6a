import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { addToken, viewTokens } from '@/lib/tokens/add-token';
import { addedTokenAnswer, addedTokenList, addTokenBody } from '@/lib/tokens/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/operator/tokens', {
  GET: route(
    {
      id: 'listAddedTokens',
      summary: 'See the tokens that operators added',
      tag: 'Operators',
      permission: { operatorScope: 'installation:read' },
      returns: addedTokenList,
      refuses: [],
    },
    async (ctx) => ({ data: await viewTokens(ctx) }),
  ),
  POST: route(
    {
      id: 'addToken',
      summary: 'Add a token by its address, after a rehearsed transfer',
      description:
        'Twice is refused as `token_known`. One that looks like a known token waits for the word of a person.',
      tag: 'Operators',
      permission: { operatorScope: 'tokens:write' },
      body: addTokenBody,
      returns: addedTokenAnswer,
      status: 201,
      refuses: ['step_up_required', 'token_refused', 'token_known', 'address_refused', 'chain_unavailable'],
    },
    (ctx, { body }) => addToken(ctx, body),
  ),
});
