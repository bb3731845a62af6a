import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { claimLinkAnswer, payoutParams } from '@/lib/payouts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts/{id}/link', {
  POST: route(
    {
      id: 'reissueLink',
      summary: 'Replace the claim link',
      description: 'Makes a new claim link for an open payout. The old one stops working at once.',
      tag: 'Payouts',
      permission: { scope: 'payouts:write' },
      params: payoutParams,
      returns: claimLinkAnswer,
      status: 201,
      refuses: [...spendRefusals, 'not_found', 'payout_state'],
      idempotent: true,
    },
    (ctx, { params }) => reissueLink(ctx, params.id),
  ),
});
