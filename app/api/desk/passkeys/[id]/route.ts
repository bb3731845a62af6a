import { z } from 'zod';
import { removePasskey } from '@/lib/access/team/passkeys';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/passkeys/{id}', {
  DELETE: route(
    {
      id: 'removePasskey',
      summary: 'Stop signing in with a passkey',
      tag: 'Desk',
      permission: { member: 'any' },
      params: z.strictObject({ id: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => removePasskey(ctx, params.id),
  ),
});
