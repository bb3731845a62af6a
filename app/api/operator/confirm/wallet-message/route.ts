import { walletMessage, walletMessageBody } from '@/lib/access/schema';
import { offerStepUp } from '@/lib/access/sessions/step-up';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/confirm/wallet-message', {
  POST: route(
    {
      id: 'offerOperatorStepUpMessage',
      summary: 'Get the message with which a wallet confirms that it is you',
      tag: 'Operator pages',
      permission: { operator: 'any' },
      body: walletMessageBody,
      returns: walletMessage,
      refuses: ['chain_unavailable'],
    },
    async (ctx, { body }) => {
      const { message, nonce, expiresAt } = await offerStepUp(ctx, { address: body.address, chainId: body.chain_id });
      return { message, nonce, expires_at: expiresAt.toISOString() };
    },
  ),
});
