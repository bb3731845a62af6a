import { passkeyOffer } from '@/lib/access/passkey-schema';
import { offerPasskeyStepUp } from '@/lib/access/sessions/step-up';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/confirm/passkey-challenge', {
  POST: route(
    {
      id: 'offerOperatorPasskeyStepUp',
      summary: 'Get what a passkey signs to confirm that it is you',
      tag: 'Operator pages',
      permission: { operator: 'any' },
      returns: passkeyOffer,
      refuses: ['passkey_state'],
    },
    (ctx) => offerPasskeyStepUp(ctx),
  ),
});
