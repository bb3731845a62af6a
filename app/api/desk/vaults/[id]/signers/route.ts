import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { offeredSigner, offerSignerBody } from '@/lib/vaults/signing/schema';
import { offerSigner } from '@/lib/vaults/signing/set-up';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/vaults/{id}/signers', {
  POST: route(
    {
      ...{ id: 'offerVaultSigner', summary: 'Set up a signer that you keep yourself', tag: 'Desk' },
      permission: { member: 'vaults:write' },
      params: z.object({ id: z.string() }),
      body: offerSignerBody,
      returns: offeredSigner,
      refuses: ['not_found', 'target_refused', 'address_refused'],
    },
    (ctx, { params, body }) => offerSigner(ctx, params.id, body),
  ),
});
