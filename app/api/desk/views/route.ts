import { z } from 'zod';
import { savedView, savedViewBody } from '@/lib/desk/list/schema';
import { listViews, saveView } from '@/lib/desk/list/views';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/views', {
  GET: route(
    {
      ...{ id: 'listViews', summary: 'List your saved views', tag: 'Desk', permission: { member: 'payouts:read' } },
      returns: z.object({ data: z.array(savedView) }),
      refuses: [],
    },
    async (ctx) => ({ data: await listViews(ctx) }),
  ),
  POST: route(
    {
      ...{ id: 'saveView', summary: 'Keep filters under a name', tag: 'Desk', permission: { member: 'payouts:read' } },
      ...{ body: savedViewBody, returns: savedView, status: 201 },
      refuses: ['invalid_request'],
    },
    (ctx, { body }) => saveView(ctx, body),
  ),
});
