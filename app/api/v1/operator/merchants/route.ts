import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { registerMerchant } from '@/lib/operators/merchants/register';
import {
  merchantPage,
  merchantQuery,
  registeredMerchant,
  registerMerchantBody,
} from '@/lib/operators/merchants/schema';
import { listMerchants } from '@/lib/operators/merchants/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/operator/merchants', {
  POST: route(
    {
      id: 'registerMerchant',
      summary: 'Register a merchant',
      description:
        'For platforms that run this portal. Its owner comes in by signing in with exactly what they were invited by. Until a first person has joined its team, you can prepare it: invite people, place its vaults and make a key. From then on the team alone does.',
      tag: 'Operators',
      permission: { operatorScope: 'merchants:write' },
      body: registerMerchantBody,
      returns: registeredMerchant,
      status: 201,
      refuses: ['merchant_known'],
      idempotent: true,
    },
    (ctx, { body }) => registerMerchant(ctx, body),
  ),
  GET: route(
    {
      id: 'listMerchants',
      summary: 'List the merchants',
      description: 'The newest first, with how they are and what was paid within the last thirty days.',
      tag: 'Operators',
      permission: { operatorScope: 'merchants:read' },
      query: merchantQuery,
      returns: merchantPage,
      refuses: [],
    },
    (ctx, { query }) => listMerchants(ctx, query),
  ),
});
