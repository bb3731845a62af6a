import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { vaultSigners } from '@/lib/vaults/signing/schema';
import { viewSigners } from '@/lib/vaults/signing/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/vaults/signers', {
  GET: route(
    {
      ...{ id: 'listVaultSigners', summary: 'See who signs for each vault', tag: 'Desk' },
      permission: { member: 'vaults:read' },
      returns: vaultSigners,
      refuses: [],
    },
    (ctx) => viewSigners(ctx),
  ),
});
