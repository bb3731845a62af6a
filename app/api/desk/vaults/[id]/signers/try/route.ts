import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { triedSigner, tryRemoteBody } from '@/lib/vaults/signing/schema';
import { trySigner } from '@/lib/vaults/signing/set-up';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/vaults/{id}/signers/try', {
  POST: route(
    {
      ...{ id: 'tryVaultSigner', summary: 'Ask your own signer for a signature that is worth nothing', tag: 'Desk' },
      permission: { member: 'vaults:write' },
      params: z.object({ id: z.string() }),
      body: tryRemoteBody,
      returns: triedSigner,
      refuses: ['not_found'],
    },
    (ctx, { params, body }) => trySigner(ctx, params.id, body.signer),
  ),
});
