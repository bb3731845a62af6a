import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { chooseSignerBody, vaultSigner } from '@/lib/vaults/signing/schema';
import { chooseSigner } from '@/lib/vaults/signing/set-up';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/vaults/{id}/signer', {
  PUT: route(
    {
      ...{ id: 'chooseVaultSigner', summary: 'Choose who signs a vault’s payouts', tag: 'Desk' },
      permission: { member: 'vaults:write' },
      params: z.object({ id: z.string() }),
      body: chooseSignerBody,
      returns: vaultSigner,
      refuses: ['not_found', 'signer_declined', 'signer_unreachable', 'key_links_open'],
    },
    (ctx, { params, body }) => chooseSigner(ctx, params.id, body),
  ),
});
