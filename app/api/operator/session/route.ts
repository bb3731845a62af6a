import { z } from 'zod';
import { requirePerson } from '@/lib/access/actor';
import { endSession } from '@/lib/access/sessions/sessions';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/session', {
  DELETE: route(
    {
      id: 'endOperatorSession',
      summary: 'Sign out as an operator',
      tag: 'Operator pages',
      permission: { operator: 'any' },
      returns: z.void(),
      status: 204,
      refuses: [],
    },
    (ctx) => endSession(ctx, requirePerson(ctx).sessionId),
  ),
});
