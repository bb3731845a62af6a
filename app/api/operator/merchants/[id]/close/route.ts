import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { closeMerchant } from '@/lib/leaving/close';
import { closeBody, closingAnswer } from '@/lib/leaving/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/merchants/{id}/close', {
  POST: route(
    {
      id: 'closeMerchant',
      summary: 'Close a merchant: no new payouts, and nothing is signed once none is open',
      tag: 'Operator pages',
      permission: { operator: 'merchants:write' },
      params: z.object({ id: z.string() }),
      body: closeBody,
      returns: closingAnswer,
      refuses: ['step_up_required', 'not_found'],
    },
    (ctx, { params, body }) => closeMerchant(ctx, params.id, body),
  ),
});
