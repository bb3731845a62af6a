import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutParams } from '@/lib/payouts/schema';
import { viewPayout } from '@/lib/payouts/view';
import { payoutAnswer } from '@/lib/wire/payout';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts/{id}', {
  GET: route(
    {
      id: 'viewPayout',
      summary: 'Read a payout',
      tag: 'Payouts',
      permission: { scope: 'payouts:read' },
      params: payoutParams,
      returns: payoutAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewPayout(ctx, params.id),
  ),
});
