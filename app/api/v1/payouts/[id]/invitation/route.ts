import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { resendInvitation } from '@/lib/payouts/mails/resend-invitation';
import { mailList } from '@/lib/payouts/mails/schema';
import { payoutParams } from '@/lib/payouts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts/{id}/invitation', {
  POST: route(
    {
      id: 'resendInvitation',
      summary: 'Mail the link again',
      description:
        'Mails an `email` recipient their link again, at most five times within a day; reminders begin again. Answers with all mails to them.',
      tag: 'Payouts',
      permission: { scope: 'payouts:write' },
      params: payoutParams,
      returns: mailList,
      refuses: ['not_found', 'payout_state'],
    },
    (ctx, { params }) => resendInvitation(ctx, params.id),
  ),
});
