import { z } from 'zod';
import { codeProofBody } from '@/lib/access/schema';
import { linkEmail } from '@/lib/access/team/identities';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/identities/email', {
  POST: route(
    {
      id: 'linkEmail',
      summary: 'Sign in with this mail address, too',
      tag: 'Desk',
      permission: { member: 'any' },
      body: codeProofBody,
      returns: z.void(),
      status: 204,
      refuses: ['identity_taken', 'code_wrong', 'proof_expired'],
    },
    (ctx, { body }) => linkEmail(ctx, body),
  ),
});
