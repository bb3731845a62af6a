import { codeRequested, signInCodeBody } from '@/lib/access/schema';
import { sendSignInCode } from '@/lib/access/sessions/sign-in';
import { proofNetwork } from '@/lib/http/base/address';
import { findDeviceOf } from '@/lib/http/identity/known-device';
import { rememberBrowser } from '@/lib/http/pipeline/browser-holder';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/sign-in/code', {
  POST: route(
    {
      id: 'sendSignInCode',
      summary: 'Have a code mailed with which to sign in',
      description: 'The answer is the same for addresses that nobody signs in with; those just get no mail.',
      tag: 'Desk',
      permission: 'visitor',
      body: signInCodeBody,
      returns: codeRequested,
      refuses: [],
    },
    async (ctx, { body }, call) => {
      const network = proofNetwork(call.request.headers);
      const device = findDeviceOf(call.request.headers, body.email);
      const { expiresAt } = await sendSignInCode(ctx, {
        holder: rememberBrowser(call),
        email: body.email,
        network,
        device,
        operatorLink: body.operator_link,
      });
      return { expires_at: expiresAt.toISOString() };
    },
  ),
});
