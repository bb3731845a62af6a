import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { placeVault } from '@/lib/operators/merchants/prepare';
import { placedVault, placeVaultBody } from '@/lib/operators/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/operator/merchants/{id}/vaults', {
  POST: route(
    {
      id: 'placeVault',
      summary: 'Place a merchant’s vault',
      description:
        'Names the merchant’s own wallet on a chain, and what it pays out there. Nothing leaves it until it grants an allowance and names our signer on the chain. Only while nobody is in the team, and the merchant is not closed. Twice is once.',
      tag: 'Operators',
      permission: { operatorScope: 'merchants:write' },
      params: z.strictObject({ id: z.string() }),
      body: placeVaultBody,
      returns: placedVault,
      status: 201,
      refuses: ['not_found', 'merchant_has_team', 'merchant_suspended', 'asset_unavailable', 'address_refused'],
    },
    (ctx, { params, body }) => placeVault(ctx, params.id, body),
  ),
});
