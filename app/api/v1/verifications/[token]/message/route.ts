import { attestationMessage, attestationMessageBody, verificationToken } from '@/lib/attestations/schema';
import { offerVerification } from '@/lib/attestations/verify';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/verifications/{token}/message', {
  POST: route(
    {
      id: 'offerVerificationMessage',
      summary: 'Get the message that a wallet signs',
      description:
        'The text that the wallet signs, good for a day. It names the portal, the verification and the wallet.',
      tag: 'Wallets',
      permission: 'claimant',
      params: verificationToken,
      body: attestationMessageBody,
      returns: attestationMessage,
      refuses: ['link_unknown', 'link_expired', 'wrong_recipient', 'chain_unavailable'],
    },
    (ctx, { params, body }) => offerVerification(ctx, params.token, body),
  ),
});
