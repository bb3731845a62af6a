import { signatureProofBody } from '@/lib/attestations/schema';
import { proveBySignature } from '@/lib/claims/prove';
import { claimParams, proofAnswer } from '@/lib/claims/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/proof', {
  POST: route(
    {
      id: 'proveClaim',
      summary: 'Prove that a payout is yours',
      description:
        'For a payout whose wallet is asked to sign: brings the signature of the message that `POST /claims/:token/proof/message` gave. It is kept as an attestation. Bringing it again is safe.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: signatureProofBody,
      returns: proofAnswer,
      refuses: [
        ...(['link_unknown', 'link_expired', 'link_cancelled', 'already_paid', 'transfer_in_progress'] as const),
        ...(['payout_state', 'wrong_recipient', 'sign_in_message_invalid', 'proof_expired'] as const),
        ...(['signature_invalid', 'chain_unavailable'] as const),
      ],
    },
    (ctx, { params, body }) => proveBySignature(ctx, params.token, body),
  ),
});
