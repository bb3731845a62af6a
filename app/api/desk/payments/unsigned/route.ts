import { declareUnsigned } from '@/lib/by-hand/declare-unsigned';
import { paymentState, unsignedBody } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payments/unsigned', {
  POST: route(
    {
      id: 'declareUnsigned',
      summary: 'State that nothing was signed',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      body: unsignedBody,
      returns: paymentState,
      refuses: ['not_found', 'payout_state', 'transfer_in_progress', 'chain_unavailable'],
    },
    (ctx, { body }) => declareUnsigned(ctx, body),
  ),
});
