import { newPasskeyBody, passkeyOnWire } from '@/lib/access/passkey-schema';
import { addPasskey } from '@/lib/access/team/passkeys';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/passkeys', {
  POST: route(
    {
      id: 'addPasskey',
      summary: 'Sign in with this passkey, too',
      tag: 'Desk',
      permission: { member: 'any' },
      body: newPasskeyBody,
      returns: passkeyOnWire,
      status: 201,
      refuses: ['identity_taken', 'passkey_refused', 'passkey_state', 'proof_expired'],
    },
    (ctx, { body }) => addPasskey(ctx, body),
  ),
});
