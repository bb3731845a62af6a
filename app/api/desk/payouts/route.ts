import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { createPayout } from '@/lib/payouts/create';
import { createdPayoutAnswer, createPayoutBody } from '@/lib/payouts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts', {
  POST: route(
    {
      id: 'createPayoutAtDesk',
      summary: 'Make a payout',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      body: createPayoutBody,
      returns: createdPayoutAnswer,
      status: 201,
      refuses: [
        'amount_malformed',
        'amount_too_precise',
        'amount_too_small',
        'amount_too_large',
        'asset_unavailable',
        'recipient_unsupported',
        'address_refused',
        'reference_taken',
      ],
      idempotent: true,
    },
    (ctx, { body }) => createPayout(ctx, body),
  ),
});
