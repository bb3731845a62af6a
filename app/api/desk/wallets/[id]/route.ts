import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { removeWallet } from '@/lib/wallets/declare';
import { walletList, walletParams } from '@/lib/wallets/schema';

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
