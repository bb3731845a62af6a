import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { liftBody, stopAnswer } from '@/lib/stops/schema';
import { lift } from '@/lib/stops/stop';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/stops/{id}/lift', {
  POST: route(
    {
      id: 'liftStop',
      summary: 'Lift a stop: what waited goes on by itself',
      tag: 'Operator pages',
      permission: { operator: 'stops:write' },
      params: z.object({ id: z.string() }),
      body: liftBody,
      returns: stopAnswer,
      refuses: ['step_up_required', 'stop_state'],
    },
    (ctx, { params, body }) => lift(ctx, params.id, body),
  ),
});
