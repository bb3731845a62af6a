import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { sendingRefusals } from '@/lib/orders/refusals';
import { resolveOrder } from '@/lib/orders/resolve';
import { orderParams, resolveOrderBody, sentOrderAnswer } from '@/lib/orders/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/orders/{id}/resolve', {
  POST: route(
    {
      id: 'resolveOrderAtDesk',
      summary: 'Decide a dispute',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: orderParams,
      body: resolveOrderBody,
      returns: sentOrderAnswer,
      refuses: [...sendingRefusals],
      idempotent: true,
    },
    (ctx, { params, body }) => resolveOrder(ctx, params.id, body),
  ),
});
