import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createPayoutBody } from '@/lib/payouts/schema';
import { validatePayout } from '@/lib/payouts/terms/validate';
import { payoutValidation } from '@/lib/payouts/terms/validate-schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts/validate', {
  POST: route(
    {
      id: 'validatePayout',
      summary: 'Check a payout without creating it',
      description:
        'Takes what you would send to create a payout and applies every rule of that. The answer says what it would come to and what would hold it up; what cannot be created gets the same problem as there. Nothing is made, and nothing is promised: the vault, the rules and the reference may be different a moment later.',
      tag: 'Payouts',
      permission: { scope: 'payouts:write' },
      body: createPayoutBody,
      returns: payoutValidation,
      refuses: [
        ...spendRefusals,
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
    },
    (ctx, { body }) => validatePayout(ctx, body),
    { returns: payoutValidation, run: (ctx, { body }) => validatePayout(ctx, body) },
  ),
});
