import { passkeyOffer } from '@/lib/access/passkey-schema';
import { offerPasskeyStepUp } from '@/lib/access/sessions/step-up';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/confirm/passkey-challenge', {
  POST: route(
    {
      id: 'offerPasskeyStepUp',
      summary: 'Get what a passkey signs to confirm that it is you',
      tag: 'Desk',
      permission: { member: 'any' },
      returns: passkeyOffer,
      refuses: ['passkey_state'],
    },
    (ctx) => offerPasskeyStepUp(ctx),
  ),
});
