import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { addVault } from '@/lib/vaults/add-vault';
import { madeVault, vaultBody, vaultList } from '@/lib/vaults/schema';
import { viewVaults } from '@/lib/vaults/view-vaults';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/vaults', {
  GET: route(
    {
      ...{ id: 'listVaults', summary: 'See what the vaults hold, allow and owe', tag: 'Desk' },
      permission: { member: 'vaults:read' },
      returns: vaultList,
      refuses: [],
    },
    (ctx) => viewVaults(ctx),
  ),
  POST: route(
    {
      ...{ id: 'addVault', summary: 'Pay from a wallet on one network', tag: 'Desk' },
      permission: { member: 'vaults:write' },
      body: vaultBody,
      returns: madeVault,
      refuses: ['asset_unavailable', 'address_refused', 'wallet_unproved'],
    },
    (ctx, { body }) => addVault(ctx, body),
  ),
});
