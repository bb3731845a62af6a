import { passkeyOffer } from '@/lib/access/passkey-schema';
import { offerPasskeySignIn } from '@/lib/access/sessions/sign-in';
import { rememberBrowser } from '@/lib/http/pipeline/browser-holder';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/sign-in/passkey-challenge', {
  POST: route(
    {
      id: 'offerPasskeySignIn',
      summary: 'Get what a passkey signs to sign in',
      description: 'It names nobody: the passkey says whose it is.',
      tag: 'Desk',
      permission: 'visitor',
      returns: passkeyOffer,
      refuses: ['passkey_state'],
    },
    (ctx, _, call) => offerPasskeySignIn(ctx, rememberBrowser(call)),
  ),
});
