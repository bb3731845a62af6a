import { z } from 'zod';
import { walletProofBody } from '@/lib/access/schema';
import { stepUpByWallet } from '@/lib/access/sessions/step-up';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/confirm/wallet', {
  POST: route(
    {
      id: 'stepUpOperatorByWallet',
      summary: 'Confirm with a signature that it is you',
      tag: 'Operator pages',
      permission: { operator: 'any' },
      body: walletProofBody,
      returns: z.object({ until: z.iso.datetime() }),
      refuses: ['sign_in_message_invalid', 'proof_expired', 'signature_invalid', 'chain_unavailable'],
    },
    async (ctx, { body }) => ({ until: (await stepUpByWallet(ctx, body)).toISOString() }),
  ),
});
