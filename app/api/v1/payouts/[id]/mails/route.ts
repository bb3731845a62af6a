import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { listMails } from '@/lib/payouts/mails/list-mails';
import { mailList } from '@/lib/payouts/mails/schema';
import { payoutParams } from '@/lib/payouts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts/{id}/mails', {
  GET: route(
    {
      id: 'listMails',
      summary: 'List the mails to its recipient',
      description: 'What was sent to an `email` recipient and what became of it, with the mail server’s own words.',
      tag: 'Payouts',
      permission: { scope: 'payouts:read' },
      params: payoutParams,
      returns: mailList,
      refuses: ['not_found'],
    },
    (ctx, { params }) => listMails(ctx, params.id),
  ),
});
