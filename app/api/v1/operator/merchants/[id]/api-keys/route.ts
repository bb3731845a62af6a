import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { makeMerchantKey } from '@/lib/operators/merchants/prepare';
import { merchantKey, merchantKeyBody } from '@/lib/operators/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/operator/merchants/{id}/api-keys', {
  POST: route(
    {
      id: 'makeMerchantKey',
      summary: 'Make an API key of a merchant',
      description:
        'For the program that acts for the merchant. Only while nobody is in its team and it is not closed. The team sees and revokes it afterwards.',
      tag: 'Operators',
      permission: { operatorScope: 'merchants:write' },
      params: z.strictObject({ id: z.string() }),
      body: merchantKeyBody,
      returns: merchantKey,
      status: 201,
      refuses: ['not_found', 'merchant_has_team', 'merchant_suspended'],
      idempotent: true,
      keptWithMerchant: true,
    },
    (ctx, { params, body }) => makeMerchantKey(ctx, params.id, body),
  ),
});
