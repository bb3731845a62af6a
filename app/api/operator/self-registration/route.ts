import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { setSelfRegistration } from '@/lib/operators/set-self-registration';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/self-registration', {
  PUT: route(
    {
      id: 'setSelfRegistration',
      summary: 'Let people without a team create a business, or no longer',
      tag: 'Operator pages',
      permission: { operator: 'merchants:write' },
      body: z.strictObject({ open: z.boolean() }),
      returns: z.object({ self_registration: z.boolean() }),
      refuses: [],
    },
    (ctx, { body }) => setSelfRegistration(ctx, body.open),
  ),
});
