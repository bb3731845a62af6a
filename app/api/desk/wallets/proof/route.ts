import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { proveOwnWallet } from '@/lib/wallets/prove';
import { proveWalletBody, walletList } from '@/lib/wallets/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/wallets/proof', {
  POST: route(
    {
      id: 'proveOwnWallet',
      summary: 'Prove by its signature that a wallet is yours',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: proveWalletBody,
      returns: walletList,
      refuses: [
        ...(['sign_in_message_invalid', 'proof_expired'] as const),
        ...(['signature_invalid', 'chain_unavailable'] as const),
      ],
    },
    (ctx, { body }) => proveOwnWallet(ctx, body),
  ),
});
