import { claimParams } from '@/lib/claims/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { viewClaimReceipt } from '@/lib/payouts/receipts/view-receipt';
import { receiptAnswer } from '@/lib/receipts/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/receipt', {
  GET: route(
    {
      id: 'viewClaimReceipt',
      summary: 'Read the receipt of a claim',
      description: 'The same receipt for the holder of the claim link, which it does not name.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      returns: receiptAnswer,
      refuses: ['link_unknown', 'no_receipt'],
    },
    (ctx, { params }) => viewClaimReceipt(ctx, params.token),
  ),
});
