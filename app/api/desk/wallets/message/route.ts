import { walletMessage, walletMessageBody } from '@/lib/access/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { offerWalletProof } from '@/lib/wallets/prove';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/wallets/message', {
  POST: route(
    {
      id: 'offerWalletProof',
      summary: 'Get the message with which a wallet proves that it pays for you',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: walletMessageBody,
      returns: walletMessage,
      refuses: ['chain_unavailable'],
    },
    async (ctx, { body }) => {
      const { message, nonce, expiresAt } = await offerWalletProof(ctx, {
        address: body.address,
        chainId: body.chain_id,
      });
      return { message, nonce, expires_at: expiresAt.toISOString() };
    },
  ),
});
