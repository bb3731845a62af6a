import { z } from 'zod';
import { timeZoneBody } from '@/lib/access/schema';
import { setTimeZone } from '@/lib/access/team/set-time-zone';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/me/time-zone', {
  PUT: route(
    {
      ...{ id: 'setTimeZone', summary: 'Choose in which time zone you see times and days', tag: 'Desk' },
      permission: { member: 'any' },
      body: timeZoneBody,
      returns: z.void(),
      status: 204,
      refuses: [],
    },
    (ctx, { body }) => setTimeZone(ctx, body.time_zone),
  ),
});
