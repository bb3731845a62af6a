import { giveUpPayouts } from '@/lib/by-hand/hold';
import { giveUpAnswer, giveUpBody } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

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
