import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { viewReceipt } from '@/lib/payouts/receipts/view-receipt';
import { payoutParams } from '@/lib/payouts/schema';
import { receiptAnswer } from '@/lib/receipts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts/{id}/receipt', {
  GET: route(
    {
      id: 'viewReceipt',
      summary: 'Read the receipt',
      description:
        'What the portal signed when the payout was completed. It is signed once and never changes; how to check one is at docs/receipts.md. Before that the answer is `no_receipt`. When the network takes a payment back, `voided_at` says so.',
      tag: 'Payouts',
      permission: { scope: 'payouts:read', member: 'payouts:read' },
      params: payoutParams,
      returns: receiptAnswer,
      refuses: ['not_found', 'no_receipt'],
    },
    (ctx, { params }) => viewReceipt(ctx, params.id),
  ),
});
