import { z } from 'zod';
import { chainKey } from '@/lib/chains/chain-key';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { planDeployment } from '@/lib/operators/checklist/deployment';
import { deployment } from '@/lib/operators/checklist/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/contracts/{chain}', {
  GET: route(
    {
      id: 'planDeployment',
      summary: 'Get the call that puts the contract on a chain',
      tag: 'Operator pages',
      permission: { operator: 'installation:write' },
      params: z.strictObject({ chain: chainKey }),
      returns: deployment,
      refuses: ['not_found', 'chain_unavailable', 'call_would_fail'],
    },
    (ctx, { params }) => planDeployment(ctx, params.chain),
  ),
});
