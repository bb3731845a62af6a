import { newPasskeyOffer } from '@/lib/access/passkey-schema';
import { offerPasskeyToAdd } from '@/lib/access/team/passkeys';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/passkeys/challenge', {
  POST: route(
    {
      id: 'offerOperatorPasskeyToAdd',
      summary: 'Get what a browser makes a passkey of yours with',
      tag: 'Operator pages',
      permission: { operator: 'any' },
      returns: newPasskeyOffer,
      refuses: ['passkey_state'],
    },
    (ctx) => offerPasskeyToAdd(ctx),
  ),
});
