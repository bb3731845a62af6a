import { z } from 'zod';
import { codeProofBody } from '@/lib/access/schema';
import { stepUpByCode } from '@/lib/access/sessions/step-up';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/confirm/code/check', {
  POST: route(
    {
      id: 'stepUpOperatorByCode',
      summary: 'Confirm with a code that it is you',
      tag: 'Operator pages',
      permission: { operator: 'any' },
      body: codeProofBody,
      returns: z.object({ until: z.iso.datetime() }),
      refuses: ['code_wrong', 'proof_expired'],
    },
    async (ctx, { body }) => ({ until: (await stepUpByCode(ctx, body)).toISOString() }),
  ),
});
