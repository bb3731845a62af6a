import { reportTransfer } from '@/lib/claims/report-transfer';
import { claimParams, claimView, reportTransferBody } from '@/lib/claims/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/transfers', {
  POST: route(
    {
      id: 'reportTransfer',
      summary: 'Tell us the hash',
      description:
        'Optional: the network is watched anyway. With the hash, the claim page shows the transfer sooner. It is checked against the network before anything is believed.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: reportTransferBody,
      returns: claimView,
      refuses: ['link_unknown', 'transfer_mismatch'],
    },
    (ctx, { params, body }) => reportTransfer(ctx, params.token, body),
  ),
});
