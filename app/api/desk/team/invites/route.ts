import { inviteBody, inviteOnWire } from '@/lib/access/schema';
import { invite } from '@/lib/access/team/team';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/team/invites', {
  POST: route(
    {
      id: 'invite',
      summary: 'Invite a person',
      tag: 'Desk',
      permission: { member: 'team:write' },
      body: inviteBody,
      returns: inviteOnWire,
      status: 201,
      refuses: ['already_member'],
    },
    (ctx, { body }) => invite(ctx, body),
  ),
});
