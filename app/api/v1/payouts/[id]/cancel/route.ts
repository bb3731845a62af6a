import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutParams } from '@/lib/payouts/schema';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { payoutAnswer } from '@/lib/wire/payout';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts/{id}/cancel', {
  POST: route(
    {
      id: 'cancelPayout',
      summary: 'Cancel a payout',
      description:
        'Takes a payout back that is not claimed yet. If its recipient has asked for the claim in the last minutes, the answer carries `cancellation` and the payout is cancelled as soon as what was signed can no longer be paid.',
      tag: 'Payouts',
      permission: { scope: 'payouts:write' },
      params: payoutParams,
      returns: payoutAnswer,
      refuses: ['not_found', 'payout_state', 'transfer_in_progress'],
      idempotent: true,
    },
    (ctx, { params }) => cancelPayout(ctx, params.id),
  ),
});
