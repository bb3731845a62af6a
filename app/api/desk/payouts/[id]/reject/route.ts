import { rejectBody } from '@/lib/approvals/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { rejectPayout } from '@/lib/payouts/approvals/approve';
import { payoutParams } from '@/lib/payouts/schema';
import { payoutAnswer } from '@/lib/wire/payout';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/{id}/reject', {
  POST: route(
    {
      id: 'rejectPayout',
      summary: 'Turn a payout down that waits for approval',
      tag: 'Desk',
      permission: { member: 'payouts:approve' },
      params: payoutParams,
      body: rejectBody,
      returns: payoutAnswer,
      refuses: ['not_found', 'payout_state'],
    },
    (ctx, { params, body }) => rejectPayout(ctx, params.id, body),
  ),
});
