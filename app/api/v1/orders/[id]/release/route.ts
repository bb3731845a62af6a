import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { sendingRefusals } from '@/lib/orders/refusals';
import { releaseOrder } from '@/lib/orders/release';
import { orderParams, partOfOrderBody, sentOrderAnswer } from '@/lib/orders/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/release', {
  POST: route(
    {
      id: 'releaseOrder',
      summary: 'Release an order',
      description:
        'Pays the seller all that is held, or a part of it: a payout to the address as the order has it, or by a claim link to their mailbox. Your approval rules count for the whole order. A part that would leave too little for a payout of its own is refused.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,
      body: partOfOrderBody,
      returns: sentOrderAnswer,
      refuses: [...spendRefusals, ...sendingRefusals],
      idempotent: true,
    },
    (ctx, { params, body }) => releaseOrder(ctx, params.id, body),
  ),
});
