import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { sendingRefusals } from '@/lib/orders/refusals';
import { resolveOrder } from '@/lib/orders/resolve';
import { orderParams, resolveOrderBody, sentOrderAnswer } from '@/lib/orders/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/resolve', {
  POST: route(
    {
      id: 'resolveOrder',
      summary: 'Resolve a dispute',
      description:
        'Says what the seller gets and what goes back to the buyer, which together is all that is held. Each is a payout; your approval rules count for the whole order.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,
      body: resolveOrderBody,
      returns: sentOrderAnswer,
      refuses: [...spendRefusals, ...sendingRefusals],
      idempotent: true,
    },
    (ctx, { params, body }) => resolveOrder(ctx, params.id, body),
  ),
});
