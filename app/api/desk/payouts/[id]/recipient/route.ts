import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { changeRecipient } from '@/lib/payouts/mails/change-recipient';
import { changedRecipient, changeRecipientBody } from '@/lib/payouts/mails/schema';
import { payoutParams } from '@/lib/payouts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/{id}/recipient', {
  POST: route(
    {
      id: 'changeRecipientAtDesk',
      summary: 'Change the mail address of a recipient',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      params: payoutParams,
      body: changeRecipientBody,
      returns: changedRecipient,
      refuses: ['not_found', 'payout_state'],
    },
    (ctx, { params, body }) => changeRecipient(ctx, params.id, body),
  ),
});
