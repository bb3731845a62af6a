import { claimParams } from '@/lib/claims/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { askReminder } from '@/lib/proofs/ask-reminder';
import { reminderAsked } from '@/lib/proofs/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/reminder', {
  POST: route(
    {
      id: 'askReminder',
      summary: 'Have the link mailed again later',
      description:
        'For `email` recipients who have no wallet yet: the link goes to their mailbox again a day from now, or an hour before it ends. Asked again, it stays at the first time. At most five for a payout.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      returns: reminderAsked,
      status: 202,
      refuses: [
        'link_unknown',
        'link_expired',
        'link_cancelled',
        'already_paid',
        'transfer_in_progress',
        'payout_state',
      ],
    },
    (ctx, { params }) => askReminder(ctx, params.token),
  ),
});
