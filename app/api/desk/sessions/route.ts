import { z } from 'zod';
import { sessionOnWire } from '@/lib/access/schema';
import { endOtherSessions, listSessions } from '@/lib/access/sessions/sessions';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/sessions', {
  GET: route(
    {
      id: 'listSessions',
      summary: 'See where you are signed in',
      tag: 'Desk',
      permission: { member: 'any' },
      returns: z.object({ data: z.array(sessionOnWire) }),
      refuses: [],
    },
    async (ctx) => ({ data: await listSessions(ctx) }),
  ),
  DELETE: route(
    {
      id: 'endOtherSessions',
      summary: 'End all your other sessions',
      tag: 'Desk',
      permission: { member: 'any' },
      returns: z.object({ ended: z.int() }),
      refuses: [],
    },
    async (ctx) => ({ ended: await endOtherSessions(ctx) }),
  ),
});
