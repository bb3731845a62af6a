import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { changeRecipient } from '@/lib/payouts/mails/change-recipient';
import { changedRecipient, changeRecipientBody } from '@/lib/payouts/mails/schema';
import { payoutParams } from '@/lib/payouts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts/{id}/recipient', {
  POST: route(
    {
      id: 'changeRecipient',
      summary: 'Change the mail address',
      description:
        'Sends an open payout to another mailbox. The former link and all that was proved with it are over at once; the answer has the new link, and the new address is mailed it. What people approved cannot be changed.',
      tag: 'Payouts',
      permission: { scope: 'payouts:write' },
      params: payoutParams,
      body: changeRecipientBody,
      returns: changedRecipient,
      refuses: [...spendRefusals, 'not_found', 'payout_state', 'sandbox_recipient'],
      idempotent: true,
    },
    (ctx, { params, body }) => changeRecipient(ctx, params.id, body),
  ),
});
