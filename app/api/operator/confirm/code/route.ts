import { codeRequestBody, codeRequested } from '@/lib/access/schema';
import { sendStepUpCode } from '@/lib/access/sessions/step-up';
import { proofNetwork } from '@/lib/http/base/address';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/confirm/code', {
  POST: route(
    {
      id: 'sendOperatorStepUpCode',
      summary: 'Have a code mailed with which to confirm that it is you',
      tag: 'Operator pages',
      permission: { operator: 'any' },
      body: codeRequestBody,
      returns: codeRequested,
      refuses: [],
    },
    async (ctx, { body }, call) => {
      const { expiresAt } = await sendStepUpCode(ctx, {
        email: body.email,
        network: proofNetwork(call.request.headers),
      });
      return { expires_at: expiresAt.toISOString() };
    },
  ),
});
