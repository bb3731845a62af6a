import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutParams } from '@/lib/payouts/schema';
import { overruleScreening } from '@/lib/payouts/screening/overrule';
import { overruleBody } from '@/lib/screening/schema';
import { payoutAnswer } from '@/lib/wire/payout';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/{id}/overrule', {
  POST: route(
    {
      id: 'overruleScreening',
      summary: 'Go on with a payout in spite of its screening',
      tag: 'Desk',
      permission: { member: 'payouts:overrule' },
      params: payoutParams,
      body: overruleBody,
      returns: payoutAnswer,
      refuses: ['not_found', 'payout_state'],
    },
    (ctx, { params, body }) => overruleScreening(ctx, params.id, body),
  ),
});
