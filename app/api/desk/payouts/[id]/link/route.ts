import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { claimLinkAnswer, payoutParams } from '@/lib/payouts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/{id}/link', {
  POST: route(
    {
      id: 'replaceLinkAtDesk',
      summary: 'Replace a claim link',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: payoutParams,
      returns: claimLinkAnswer,
      refuses: ['not_found', 'payout_state'],
    },
    (ctx, { params }) => reissueLink(ctx, params.id),
  ),
});
