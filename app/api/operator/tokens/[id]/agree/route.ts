import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { agreeToToken } from '@/lib/tokens/add-token';
import { addedTokenAnswer } from '@/lib/tokens/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/tokens/{id}/agree', {
  POST: route(
    {
      id: 'agreeToToken',
      summary: 'Agree to a token that looks like another one',
      tag: 'Operator pages',
      permission: { operator: 'tokens:write' },
      params: z.object({ id: z.string() }),
      returns: addedTokenAnswer,
      refuses: ['step_up_required', 'not_found', 'token_own', 'token_known', 'token_refused', 'chain_unavailable'],
    },
    (ctx, { params }) => agreeToToken(ctx, params.id),
  ),
});
