import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createdPayoutAnswer, createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';

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
        'merchant_suspended',
        'stopped',
        'amount_malformed',
        'amount_too_precise',
        'amount_too_small',
        'amount_too_large',
        'asset_unavailable',
        'currency_unavailable',
        'recipient_unsupported',
        'sandbox_recipient',
        'voucher_refused',
        'delivery_unavailable',
        'rate_unavailable',
        'chain_unavailable',
        'address_refused',
        'reference_taken',
      ],
      idempotent: true,
    },
    (ctx, { body }) => createPayout(ctx, body),
  ),
});
