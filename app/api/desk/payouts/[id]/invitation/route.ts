import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { resendInvitation } from '@/lib/payouts/mails/resend-invitation';
import { mailList } from '@/lib/payouts/mails/schema';
import { payoutParams } from '@/lib/payouts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/{id}/invitation', {
  POST: route(
    {
      id: 'resendInvitationAtDesk',
      summary: 'Mail a recipient their link again',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: payoutParams,
      returns: mailList,
      refuses: ['not_found', 'payout_state'],
    },
    (ctx, { params }) => resendInvitation(ctx, params.id),
  ),
});
