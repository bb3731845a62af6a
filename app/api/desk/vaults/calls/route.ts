import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { prepareCall } from '@/lib/vaults/prepare-call';
import { callBody, preparedCall } from '@/lib/vaults/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/vaults/calls', {
  POST: route(
    {
      ...{ id: 'prepareVaultCall', summary: 'Prepare a call for the vault’s own wallet to sign', tag: 'Desk' },
      permission: { member: 'vaults:write' },
      body: callBody,
      returns: preparedCall,
      refuses: [
        ...(['not_found', 'asset_unavailable', 'amount_malformed', 'amount_too_precise'] as const),
        ...(['call_would_fail', 'chain_unavailable'] as const),
      ],
    },
    (ctx, { body }) => prepareCall(ctx, body),
  ),
});
