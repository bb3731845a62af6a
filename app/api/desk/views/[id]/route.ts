import { z } from 'zod';
import { deleteView } from '@/lib/desk/list/views';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { idPattern } from '@/lib/kernel/ids';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/views/{id}', {
  DELETE: route(
    {
      ...{ id: 'deleteView', summary: 'Forget a saved view', tag: 'Desk', permission: { member: 'payouts:read' } },
      params: z.object({ id: z.string().regex(idPattern('view')) }),
      ...{ returns: z.void(), status: 204 },
      refuses: ['not_found'],
    },
    (ctx, { params }) => deleteView(ctx, params.id),
  ),
});
