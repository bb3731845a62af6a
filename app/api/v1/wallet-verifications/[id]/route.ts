import { readVerification } from '@/lib/attestations/read';
import { verificationParams } from '@/lib/attestations/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { verificationAnswer } from '@/lib/wire/attestation';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/wallet-verifications/{id}', {
  GET: route(
    {
      id: 'readVerification',
      summary: 'Read a verification',
      description: 'With its attestation once the wallet has signed.',
      tag: 'Wallets',
      permission: { scope: 'payouts:read' },
      params: verificationParams,
      returns: verificationAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params }) => readVerification(ctx, params.id),
  ),
});
