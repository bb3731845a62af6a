import { z } from 'zod';
import { walletProofBody } from '@/lib/access/schema';
import { linkWallet } from '@/lib/access/team/identities';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/identities/wallet', {
  POST: route(
    {
      id: 'linkWallet',
      summary: 'Sign in with this wallet, too',
      tag: 'Desk',
      permission: { member: 'any' },
      body: walletProofBody,
      returns: z.void(),
      status: 204,
      refuses: ['identity_taken', 'sign_in_message_invalid', 'proof_expired', 'signature_invalid', 'chain_unavailable'],
    },
    (ctx, { body }) => linkWallet(ctx, body),
  ),
});
