import { z } from 'zod';
import { endSession } from '@/lib/access/sessions/sessions';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/sessions/{id}', {
  DELETE: route(
    {
      id: 'endSession',
      summary: 'End one of your sessions',
      tag: 'Desk',
      permission: { member: 'any' },
      params: z.strictObject({ id: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => endSession(ctx, params.id),
  ),
});
