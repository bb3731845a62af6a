import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { proveOwnWallet } from '@/lib/payouts/prove-wallet';
import { proveWalletBody, walletList } from '@/lib/payouts/wallet-schema';

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
