import { z } from 'zod';
import { removeMemberQuery, roleBody } from '@/lib/access/schema';
import { changeRole, removeMember } from '@/lib/access/team/team';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/team/members/{id}', {
  PATCH: route(
    {
      id: 'changeRole',
      summary: 'Give a member another role',
      tag: 'Desk',
      permission: { member: 'team:write' },
      params: z.strictObject({ id: z.string() }),
      body: roleBody,
      returns: z.void(),
      status: 204,
      refuses: ['not_found', 'last_owner'],
    },
    (ctx, { params, body }) => changeRole(ctx, params.id, body),
  ),
  DELETE: route(
    {
      id: 'removeMember',
      summary: 'Take a member out of the team',
      tag: 'Desk',
      permission: { member: 'team:write' },
      params: z.strictObject({ id: z.string() }),
      query: removeMemberQuery,
      returns: z.void(),
      status: 204,
      refuses: ['not_found', 'last_owner'],
    },
    (ctx, { params, query }) => removeMember(ctx, params.id, query.keep_keys === 'true'),
  ),
});
