import { attestationMessage, attestationMessageBody } from '@/lib/attestations/schema';
import { offerProof } from '@/lib/claims/prove';
import { claimParams } from '@/lib/claims/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/proof/message', {
  POST: route(
    {
      id: 'offerProofMessage',
      summary: 'Get the message to sign',
      description:
        'For a payout whose wallet is asked to sign: the text that it signs, good for a day. It names the portal, the payout, the wallet and the time.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: attestationMessageBody,
      returns: attestationMessage,
      refuses: [
        ...(['link_unknown', 'link_expired', 'link_cancelled', 'already_paid', 'transfer_in_progress'] as const),
        ...(['payout_state', 'wrong_recipient', 'chain_unavailable'] as const),
      ],
    },
    (ctx, { params, body }) => offerProof(ctx, params.token, body),
  ),
});
