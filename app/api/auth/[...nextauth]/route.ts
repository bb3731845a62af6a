import { answerAuth } from '@/lib/http/pipeline/auth-handler';
import { everyMethod, type Method, type RouteContext, refuseMethod } from '@/lib/http/pipeline/resource';
import { serve } from '@/lib/http/pipeline/serve';

export const dynamic = 'force-dynamic';

const path = '/api/auth/{nextauth}';
const allow = 'GET, POST, OPTIONS';

function handlerOf(method: Method | 'HEAD') {
  const handler = (request: Request, { params }: RouteContext) =>
    serve({ path, request, open: false }, async (call) => {
      if (method !== 'GET' && method !== 'POST') return refuseMethod(call, allow);
      const { nextauth = [] } = (await params) ?? {};
      return answerAuth(call, [nextauth].flat());
    });
  return Object.assign(handler, { path });
}

/** Sign-in and sign-out by next-auth: `csrf`, `callback/wallet`, `callback/code`, `callback/passkey`, `session`, `signout`. */
export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = everyMethod(handlerOf, { path, allow, open: false });
