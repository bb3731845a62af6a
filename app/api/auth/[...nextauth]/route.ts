import { answerAuth } from '@/lib/http/auth-handler';
import { serve } from '@/lib/http/serve';

export const dynamic = 'force-dynamic';

type Params = { params: Promise<{ nextauth: string[] }> };

/** Sign-in and sign-out by next-auth: `csrf`, `callback/wallet`, `callback/code`, `session`, `signout`. */
async function answer(request: Request, { params }: Params): Promise<Response> {
  const { nextauth } = await params;
  return serve({ path: '/api/auth/{nextauth}', request, open: false }, (call) => answerAuth(call, nextauth));
}

export const GET = answer;
export const POST = answer;
