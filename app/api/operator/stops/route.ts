import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { listStops } from '@/lib/stops/list-stops';
import { stopAnswer, stopBody, stopList } from '@/lib/stops/schema';
import { stop } from '@/lib/stops/stop';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/stops', {
  GET: route(
    {
      id: 'listStops',
      summary: 'See what is stopped, and what was',
      tag: 'Operator pages',
      permission: { operator: 'installation:read' },
      returns: stopList,
      refuses: [],
    },
    async (ctx) => ({ data: await listStops(ctx) }),
  ),
  POST: route(
    {
      id: 'stop',
      summary: 'Stop everything that signs or sends, in a scope',
      tag: 'Operator pages',
      permission: { operator: 'stops:write' },
      body: stopBody,
      returns: stopAnswer,
      status: 201,
      refuses: ['step_up_required', 'not_found', 'stop_state'],
    },
    (ctx, { body }) => stop(ctx, body),
  ),
});
