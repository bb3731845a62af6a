import { signatureProofBody, verificationToken, verificationView } from '@/lib/attestations/schema';
import { verifyWallet, viewVerification } from '@/lib/attestations/verify';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/verifications/{token}', {
  GET: route(
    {
      id: 'viewVerification',
      summary: 'Read a verification link',
      description:
        'What the person with the link may see. The token is the last part of the link; no API key is needed.',
      tag: 'Wallets',
      permission: 'claimant',
      params: verificationToken,
      returns: verificationView,
      refuses: ['link_unknown'],
    },
    (ctx, { params }) => viewVerification(ctx, params.token),
  ),
  POST: route(
    {
      id: 'verifyWallet',
      summary: 'Bring the wallet’s signature',
      description:
        'Takes the signature of the message that `POST /verifications/:token/message` gave, and keeps it as an attestation. Bringing it again is safe.',
      tag: 'Wallets',
      permission: 'claimant',
      params: verificationToken,
      body: signatureProofBody,
      returns: verificationView,
      refuses: [
        ...(['link_unknown', 'link_expired', 'wrong_recipient', 'sign_in_message_invalid'] as const),
        ...(['proof_expired', 'signature_invalid', 'chain_unavailable'] as const),
      ],
    },
    (ctx, { params, body }) => verifyWallet(ctx, params.token, body),
  ),
});
