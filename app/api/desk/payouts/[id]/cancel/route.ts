import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutParams } from '@/lib/payouts/schema';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { payoutAnswer } from '@/lib/wire/payout';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/{id}/cancel', {
  POST: route(
    {
      id: 'cancelPayoutAtDesk',
      summary: 'Take a payout back',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: payoutParams,
      returns: payoutAnswer,
      refuses: ['not_found', 'payout_state', 'transfer_in_progress'],
    },
    (ctx, { params }) => cancelPayout(ctx, params.id),
  ),
});
