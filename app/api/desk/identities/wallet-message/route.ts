import { walletMessage, walletMessageBody } from '@/lib/access/schema';
import { offerLink } from '@/lib/access/team/identities';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/identities/wallet-message', {
  POST: route(
    {
      id: 'offerLinkMessage',
      summary: 'Get the message with which a wallet joins your account',
      tag: 'Desk',
      permission: { member: 'any' },
      body: walletMessageBody,
      returns: walletMessage,
      refuses: ['chain_unavailable'],
    },
    async (ctx, { body }) => {
      const { message, nonce, expiresAt } = await offerLink(ctx, { address: body.address, chainId: body.chain_id });
      return { message, nonce, expires_at: expiresAt.toISOString() };
    },
  ),
});
