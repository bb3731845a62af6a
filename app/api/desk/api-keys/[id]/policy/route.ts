import { z } from 'zod';
import { removePolicy, savePolicy } from '@/lib/access/policies/policies';
import { policyBody, policyOnWire } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

const params = z.strictObject({ id: z.string() });

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/api-keys/{id}/policy', {
  PUT: route(
    {
      id: 'saveKeyPolicy',
      summary: 'Say what an API key may let leave',
      tag: 'Desk',
      permission: { member: 'keys:write' },
      params,
      body: policyBody,
      returns: policyOnWire,
      refuses: ['not_found', 'asset_unavailable', 'amount_malformed', 'amount_too_precise', 'amount_too_small'],
    },
    (ctx, { params, body }) => savePolicy(ctx, params.id, body),
  ),
  DELETE: route(
    {
      id: 'removeKeyPolicy',
      summary: 'Let an API key do all that its scopes say',
      tag: 'Desk',
      permission: { member: 'keys:write' },
      params,
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => removePolicy(ctx, params.id),
  ),
});
