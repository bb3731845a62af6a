import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { chooseFeeCollector } from '@/lib/operators/checklist/confirm';
import { feeCollectorBody } from '@/lib/operators/checklist/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/fee-collector', {
  PUT: route(
    {
      id: 'chooseFeeCollector',
      summary: 'Say where fees of new vaults go',
      tag: 'Operator pages',
      permission: { operator: 'installation:write' },
      body: feeCollectorBody,
      returns: z.void(),
      status: 204,
      refuses: [],
    },
    (ctx, { body }) => chooseFeeCollector(ctx, body.address),
  ),
});
