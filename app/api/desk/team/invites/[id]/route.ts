import { z } from 'zod';
import { revokeInvite } from '@/lib/access/team/team';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/team/invites/{id}', {
  DELETE: route(
    {
      id: 'revokeInvite',
      summary: 'Take an invitation back',
      tag: 'Desk',
      permission: { member: 'team:write' },
      params: z.strictObject({ id: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => revokeInvite(ctx, params.id),
  ),
});
