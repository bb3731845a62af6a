import { holdPayouts } from '@/lib/by-hand/hold';
import { holdAnswer, holdBody } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/hold', {
  POST: route(
    {
      id: 'holdPayouts',
      summary: 'Take payouts for yourself while you pay them',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: holdBody,
      returns: holdAnswer,
      refuses: ['not_found', 'payout_state', 'transfer_in_progress', 'payment_held'],
    },
    (ctx, { body }) => holdPayouts(ctx, body),
  ),
});
