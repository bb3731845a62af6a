import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { giveUpPayouts } from '@/lib/payouts/hold';
import { giveUpAnswer, giveUpBody } from '@/lib/payouts/payment-schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/give-up', {
  POST: route(
    {
      id: 'giveUpPayouts',
      summary: 'Let payouts go that you hold',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: giveUpBody,
      returns: giveUpAnswer,
      refuses: [],
    },
    (ctx, { body }) => giveUpPayouts(ctx, body),
  ),
});
