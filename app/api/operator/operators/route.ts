import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { inviteOperator } from '@/lib/operators/links';
import { operatorInviteBody, operatorInvited } from '@/lib/operators/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/operators', {
  POST: route(
    {
      id: 'inviteOperator',
      summary: 'Make a link for a further operator',
      tag: 'Operator pages',
      permission: { operator: 'operators:write' },
      body: operatorInviteBody,
      returns: operatorInvited,
      status: 201,
      refuses: [],
    },
    async (ctx, { body }) => {
      const { id, url, expiresAt } = await inviteOperator(ctx, body);
      return { id, url, expires_at: expiresAt.toISOString() };
    },
  ),
});
