import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createOrder } from '@/lib/orders/create';
import { createOrderBody, listOrdersQuery, orderPage } from '@/lib/orders/schema';
import { validateOrder } from '@/lib/orders/validate';
import { listOrders } from '@/lib/orders/view';
import { payoutValidation } from '@/lib/payouts/terms/validate-schema';
import { orderAnswer } from '@/lib/wire/order';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/orders', {
  POST: route(
    {
      id: 'createOrder',
      summary: 'Create an order',
      description:
        'An escrowed purchase: its money is reserved in your own vault or wallet until its seller is paid or its buyer has it back. We never hold it. With a `pay_in` of a reference alone, the order is funded at once, on your word; with a hash, once a final block shows that it brought the amount; without, when you fund it.',
      tag: 'Orders',
      permission: { scope: 'payouts:write' },
      body: createOrderBody,
      returns: orderAnswer,
      status: 201,
      refuses: [
        ...spendRefusals,
        'amount_malformed',
        'amount_too_precise',
        'amount_too_small',
        'amount_too_large',
        'asset_unavailable',
        'address_refused',
        'order_taken',
        'pay_in_taken',
        'purchase_paid',
        'merchant_suspended',
      ],
      idempotent: true,
    },
    (ctx, { body }) => createOrder(ctx, body),
    { returns: payoutValidation, run: (ctx, { body }) => validateOrder(ctx, body) },
  ),
  GET: route(
    {
      id: 'listOrders',
      summary: 'List orders',
      description:
        'Newest first. While there is more, `next_cursor` is set: send it as `cursor` for the next page. Pages stay true while new orders arrive.',
      tag: 'Orders',
      permission: { scope: 'payouts:read' },
      query: listOrdersQuery,
      returns: orderPage,
      refuses: [],
    },
    (ctx, { query }) => listOrders(ctx, query),
  ),
});
