import { viewAttestation } from '@/lib/attestations/of-payout';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutParams } from '@/lib/payouts/schema';
import { attestationAnswer } from '@/lib/wire/attestation';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/payouts/{id}/attestation', {
  GET: route(
    {
      id: 'readAttestation',
      summary: 'Read what its wallet signed',
      description:
        'For a payout with `"prove": "signature"`: the message, the signature and how it was checked. Everybody who has it can check it again without us.',
      tag: 'Payouts',
      permission: { scope: 'payouts:read' },
      params: payoutParams,
      returns: attestationAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewAttestation(ctx, params.id),
  ),
});
