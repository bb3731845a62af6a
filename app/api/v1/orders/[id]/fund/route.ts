import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { fundOrder } from '@/lib/orders/fund';
import { fundOrderBody, orderParams } from '@/lib/orders/schema';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders/{id}/fund', {
  POST: route(
    {
      id: 'fundOrder',
      summary: 'Fund an order',
      description:
        'Keeps its whole amount for it. Without a hash your word counts. With one, the order stays `awaiting_funds` until a final block shows that the transfer brought exactly the amount to your vault or wallet; `pay_in.fault` says what speaks against it.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      params: orderParams,
      body: fundOrderBody,
      returns: orderAnswer,
      refuses: ['not_found', 'order_state', 'pay_in_taken', 'merchant_suspended'],
      idempotent: true,
    },
    (ctx, { params, body }) => fundOrder(ctx, params.id, body),
  ),
});
