import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { walletList, walletParams } from '@/lib/payouts/wallet-schema';
import { removeWallet } from '@/lib/payouts/wallets';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/wallets/{id}', {
  DELETE: route(
    {
      id: 'removeWallet',
      summary: 'Take a wallet off the list',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      params: walletParams,
      returns: walletList,
      refuses: ['not_found'],
    },
    (ctx, { params }) => removeWallet(ctx, params.id),
  ),
});
