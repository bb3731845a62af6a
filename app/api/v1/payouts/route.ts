import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { listPayouts } from '@/lib/payouts/list';
import { createdPayoutAnswer, createPayoutBody, listPayoutsQuery, payoutPage } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { validatePayout } from '@/lib/payouts/terms/validate';
import { payoutValidation } from '@/lib/payouts/terms/validate-schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts', {
  POST: route(
    {
      id: 'createPayout',
      summary: 'Create a payout',
      description:
        'Promises an amount to one recipient and answers with the claim link to hand to them. The amount is reserved in your books at once; it leaves your vault when the recipient claims it. With the rail `wallet` one of your team sends it by hand instead. If your rules ask for approval, it starts as `awaiting_approval`, and `payout.approved` tells when it can be paid.',
      tag: 'Payouts',
      permission: { scope: 'payouts:write' },
      body: createPayoutBody,
      returns: createdPayoutAnswer,
      status: 201,
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
      idempotent: true,
    },
    (ctx, { body }) => createPayout(ctx, body),
    { returns: payoutValidation, run: (ctx, { body }) => validatePayout(ctx, body) },
  ),
  GET: route(
    {
      id: 'listPayouts',
      summary: 'List payouts',
      description:
        'Newest first. While there is more, `next_cursor` is set: send it as `cursor` for the next page. Pages stay true while new payouts arrive.',
      tag: 'Payouts',
      permission: { scope: 'payouts:read' },
      query: listPayoutsQuery,
      returns: payoutPage,
      refuses: [],
    },
    (ctx, { query }) => listPayouts(ctx, query),
  ),
});
