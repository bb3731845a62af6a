import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
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
      refuses: [
        'not_found',
        'order_state',
        'order_short',
        'amount_malformed',
        'amount_too_precise',
        'amount_too_small',
        'rate_unavailable',
        'chain_unavailable',
        'amount_too_large',
        'recipient_unsupported',
        'address_refused',
        'asset_unavailable',
      ],
      idempotent: true,
    },
    (ctx, { params, body }) => resolveOrder(ctx, params.id, body),
  ),
});
