import { approveBody } from '@/lib/approvals/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { approvePayout } from '@/lib/payouts/approvals/approve';
import { payoutParams } from '@/lib/payouts/schema';
import { payoutAnswer } from '@/lib/wire/payout';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/{id}/approve', {
  POST: route(
    {
      id: 'approvePayout',
      summary: 'Consent to a payout',
      tag: 'Desk',
      permission: { member: 'payouts:approve' },
      params: payoutParams,
      body: approveBody,
      returns: payoutAnswer,
      refuses: ['not_found', 'payout_state', 'approval_own', 'approval_changed'],
    },
    (ctx, { params, body }) => approvePayout(ctx, params.id, body),
  ),
});
