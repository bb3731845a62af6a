import { z } from 'zod';
import { signatureProofBody } from '@/lib/attestations/schema';
import { proveBySignature } from '@/lib/claims/prove';
import { claimParams } from '@/lib/claims/schema';
import { findLinkBrowser } from '@/lib/http/pipeline/link-browser';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { proveCode } from '@/lib/proofs/prove-code';
import { proofAnswer, proveBody } from '@/lib/proofs/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/proof', {
  POST: route(
    {
      id: 'proveClaim',
      summary: 'Prove that a payout is yours',
      description:
        'For a payout whose wallet is asked to sign: brings the signature of the message that `POST /claims/:token/proof/message` gave. It is kept as an attestation. Bringing it again is safe. For an `email` recipient: brings `{ "code" }` of the mail, in the browser that asked for it, and answers with a proof that is good there for an hour. It moves nothing by itself.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: z.union([proveBody, signatureProofBody]),
      returns: proofAnswer,
      refuses: [
        ...(['link_unknown', 'link_expired', 'link_cancelled', 'already_paid', 'transfer_in_progress'] as const),
        ...(['payout_state', 'wrong_recipient', 'sign_in_message_invalid', 'proof_expired'] as const),
        ...(['signature_invalid', 'chain_unavailable', 'code_wrong'] as const),
      ],
    },
    (ctx, { params, body }, call) =>
      'code' in body
        ? proveCode(ctx, params.token, { ...body, browser: findLinkBrowser(call.request.headers) })
        : proveBySignature(ctx, params.token, body),
  ),
});
