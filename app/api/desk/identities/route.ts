import { z } from 'zod';
import { identityOnWire } from '@/lib/access/schema';
import { removeIdentity } from '@/lib/access/team/identities';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/identities', {
  DELETE: route(
    {
      id: 'removeIdentity',
      summary: 'Stop signing in with a wallet or a mail address',
      tag: 'Desk',
      permission: { member: 'any' },
      body: identityOnWire,
      returns: z.void(),
      status: 204,
      refuses: ['not_found', 'last_identity'],
    },
    (ctx, { body }) => removeIdentity(ctx, body),
  ),
});
