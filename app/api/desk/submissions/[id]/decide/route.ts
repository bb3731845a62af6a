import { decideSubmission } from '@/lib/gateways/submissions/decide';
import { decideSubmissionBody, submissionParams, submissionView } from '@/lib/gateways/submissions/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/submissions/{id}/decide', {
  POST: route(
    {
      id: 'decideSubmission',
      summary: 'Say whether a gateway sent a payout of which nobody can tell',
      tag: 'Desk',
      permission: { member: 'payouts:write_off' },
      params: submissionParams,
      body: decideSubmissionBody,
      returns: submissionView,
      refuses: ['not_found', 'submission_state', 'transfer_mismatch', 'chain_unavailable'],
    },
    (ctx, { params, body }) => decideSubmission(ctx, params.id, body),
  ),
});
