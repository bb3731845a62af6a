import { z } from 'zod';
import { passkeyProofBody } from '@/lib/access/passkey-schema';
import { stepUpByPasskey } from '@/lib/access/sessions/step-up';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/confirm/passkey', {
  POST: route(
    {
      id: 'stepUpOperatorByPasskey',
      summary: 'Confirm with a passkey that it is you',
      tag: 'Operator pages',
      permission: { operator: 'any' },
      body: passkeyProofBody,
      returns: z.object({ until: z.iso.datetime() }),
      refuses: ['passkey_refused', 'passkey_state', 'proof_expired'],
    },
    async (ctx, { body }) => ({ until: (await stepUpByPasskey(ctx, body)).toISOString() }),
  ),
});
