import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { sendingRefusals } from '@/lib/orders/refusals';
import { refundOrder } from '@/lib/orders/release';
import { orderParams, partOfOrderBody, sentOrderAnswer } from '@/lib/orders/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/refund', {
  POST: route(
    {
      id: 'refundOrder',
      summary: 'Refund an order',
      description:
        'Pays the buyer back, all that is held or a part of it, by a claim link: never to the address that paid in, which may not be theirs.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,
      body: partOfOrderBody,
      returns: sentOrderAnswer,
      refuses: [...spendRefusals, ...sendingRefusals],
      idempotent: true,
    },
    (ctx, { params, body }) => refundOrder(ctx, params.id, body),
  ),
});
