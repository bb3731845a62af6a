import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutParams } from '@/lib/payouts/schema';
import { tryAgain } from '@/lib/unpaid/try-again';
import { payoutAnswer } from '@/lib/wire/payout';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/{id}/try-again', {
  POST: route(
    {
      id: 'tryPayoutAgain',
      summary: 'Try a payout again that failed at its gateway',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: payoutParams,
      returns: payoutAnswer,
      refuses: ['not_found', 'payout_state', 'transfer_in_progress', 'order_state', 'order_short', 'coins_short'],
    },
    (ctx, { params }) => tryAgain(ctx, params.id),
  ),
});
