import { checkClaimDestination } from '@/lib/claims/check-destination';
import { claimParams, destinationAnswer, destinationBody } from '@/lib/claims/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/destination', {
  POST: route(
    {
      id: 'checkClaimDestination',
      summary: 'Check where to send it',
      description:
        'What speaks against an address that the recipient has typed, and which address an ENS name stands for. Sends nothing: that does `POST /claims/:token/send`.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: destinationBody,
      returns: destinationAnswer,
      refuses: [
        ...(['link_unknown', 'link_expired', 'link_cancelled', 'already_paid', 'transfer_in_progress'] as const),
        ...(['payout_state', 'address_refused', 'chain_unavailable'] as const),
      ],
    },
    (ctx, { params, body }) => checkClaimDestination(ctx, params.token, body),
  ),
});
