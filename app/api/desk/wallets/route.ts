import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { declareWallet, listWallets } from '@/lib/wallets/declare';
import { walletBody, walletList } from '@/lib/wallets/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/wallets', {
  GET: route(
    {
      id: 'listWallets',
      summary: 'See the wallets that you declared as yours',
      tag: 'Desk',
      permission: { member: 'vaults:read' },
      returns: walletList,
      refuses: [],
    },
    (ctx) => listWallets(ctx),
  ),
  POST: route(
    {
      id: 'declareWallet',
      summary: 'Declare a wallet as yours',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: walletBody,
      returns: walletList,
      refuses: ['address_refused'],
    },
    (ctx, { body }) => declareWallet(ctx, body),
  ),
});
