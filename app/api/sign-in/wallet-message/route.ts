import { walletMessage, walletMessageBody } from '@/lib/access/schema';
import { offerSignIn } from '@/lib/access/sessions/sign-in';
import { rememberBrowser } from '@/lib/http/pipeline/browser-holder';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/sign-in/wallet-message', {
  POST: route(
    {
      id: 'offerSignInMessage',
      summary: 'Get the message with which a wallet signs in',
      tag: 'Desk',
      permission: 'visitor',
      body: walletMessageBody,
      returns: walletMessage,
      refuses: ['chain_unavailable'],
    },
    async (ctx, { body }, call) => {
      const wanted = { holder: rememberBrowser(call), address: body.address, chainId: body.chain_id };
      const { message, nonce, expiresAt } = await offerSignIn(ctx, wanted);
      return { message, nonce, expires_at: expiresAt.toISOString() };
    },
  ),
});
