import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { followCall } from '@/lib/vaults/follow-call';
import { sentCall, sentQuery } from '@/lib/vaults/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/vaults/{id}/calls', {
  GET: route(
    {
      ...{ id: 'followVaultCall', summary: 'See how far a call is that was sent', tag: 'Desk' },
      permission: { member: 'vaults:read' },
      params: z.object({ id: z.string() }),
      query: sentQuery,
      returns: sentCall,
      refuses: ['not_found', 'chain_unavailable'],
    },
    (ctx, { params, query }) => followCall(ctx, params.id, query),
  ),
});
