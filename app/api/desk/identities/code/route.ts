import { codeRequestBody, codeRequested } from '@/lib/access/schema';
import { sendLinkCode } from '@/lib/access/team/identities';
import { proofNetwork } from '@/lib/http/base/address';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/identities/code', {
  POST: route(
    {
      id: 'sendLinkCode',
      summary: 'Have a code mailed to an address that is to become yours',
      tag: 'Desk',
      permission: { member: 'any' },
      body: codeRequestBody,
      returns: codeRequested,
      refuses: [],
    },
    async (ctx, { body }, call) => {
      const { expiresAt } = await sendLinkCode(ctx, {
        email: body.email,
        network: proofNetwork(call.request.headers),
      });
      return { expires_at: expiresAt.toISOString() };
    },
  ),
});
