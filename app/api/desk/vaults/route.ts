import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { vaultList } from '@/lib/vaults/schema';
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
});
