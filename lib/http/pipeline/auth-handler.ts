import NextAuth, { type AuthOptions } from 'next-auth';
import type { Context } from '@/lib/access/actor';
import { passkeyProofBody } from '@/lib/access/passkey-schema';
import { processDatabase } from '@/lib/access/process-context';
import { codeProofBody, operatorToken, walletProofBody } from '@/lib/access/schema';
import { type Entrance, sessionDays } from '@/lib/access/sessions/open-session';
import {
  endSession,
  findActorBySession,
  findOperatorBySession,
  findPersonBySession,
} from '@/lib/access/sessions/sessions';
import { type SignInProof, signIn } from '@/lib/access/sessions/sign-in';
import type { Answer } from '@/lib/http/base/answer';
import { originOf } from '@/lib/http/base/origin';
import { readForm } from '@/lib/http/base/read-body';
import { validate } from '@/lib/http/base/validate';
import { visitorQuota } from '@/lib/http/identity/authenticate';
import { overTls, readCookies } from '@/lib/http/identity/cookies';
import { keepDevice } from '@/lib/http/identity/known-device';
import { countRequest, refuseOverQuota } from '@/lib/http/identity/rate-limit';
import { refuseCrossSite } from '@/lib/http/identity/same-origin';
import { authSecret, sessionCookieName } from '@/lib/http/identity/session-cookie';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { unchecked } from '@/lib/kernel/unchecked';
import { findBrowser } from './browser-holder';
import type { Call } from './serve';

type RequestFields = Record<string, unknown>;
type Visit = { ctx: Context; call: Call; failed: (error: unknown) => void };

/** What next-auth leaves behind, before it is an answer of ours. */
type HandlerAnswer = { status: number; body: string; headers: Map<string, string | string[]> };

/** A link that makes an operator comes beside the proof, from its own page. */
function entranceOf({ operator_link: link }: RequestFields): Entrance {
  return link === undefined ? {} : { operatorLink: validate(operatorToken, link, 'body') };
}

function proofOf(by: SignInProof['by'], given: RequestFields, headers: Headers): SignInProof {
  const holder = findBrowser(headers);
  if (!holder)
    throw new Refusal('proof_expired', { detail: 'This was not asked for in this browser. Please start again.' });
  if (by === 'wallet') {
    const { message, signature } = given;
    return { by, holder, ...entranceOf(given), ...validate(walletProofBody, { message, signature }, 'body') };
  }
  if (by === 'passkey') {
    const { id, client_data, authenticator_data, signature, user_handle = null } = given;
    const brought = { id, client_data, authenticator_data, signature, user_handle };
    return { by, holder, proof: validate(passkeyProofBody, brought, 'body') };
  }
  const { email, code } = given;
  return { by, holder, ...entranceOf(given), ...validate(codeProofBody, { email, code }, 'body') };
}

function provider({ ctx, call, failed }: Visit, by: SignInProof['by']): AuthOptions['providers'][number] {
  return {
    ...{ id: by, name: by, type: 'credentials', credentials: {} },
    async authorize(given: RequestFields | undefined) {
      try {
        const { sessionId, emails } = await signIn(ctx, proofOf(by, given ?? {}, call.request.headers));
        keepDevice(call, emails);
        return { id: sessionId };
      } catch (error) {
        failed(error);
        return null;
      }
    },
  };
}

/** The cookie holds the session's id and nothing else; whether that session is open is asked of the database each time. */
function optionsOf(visit: Visit): AuthOptions {
  const secure = overTls();
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: sessionDays * 86_400 },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: cookie } },
    providers: [provider(visit, 'wallet'), provider(visit, 'code'), provider(visit, 'passkey')],
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in' },
    callbacks: {
      redirect: () => new URL('/dashboard', env.BASE_URL).href,
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: ({ token }) => signOut(visit, token?.sid) },
    logger: {
      error: (code, metadata) => log.warn({ code, err: metadata instanceof Error ? metadata : undefined }, 'next-auth'),
      warn: () => {},
      debug: () => {},
    },
  };
}

async function signOut({ ctx }: Visit, sessionId: unknown): Promise<void> {
  if (typeof sessionId !== 'string') return;
  const origin = ctx.origin ?? { address: null, userAgent: null };
  const actor =
    (await findActorBySession(ctx, sessionId, origin)) ??
    (await findOperatorBySession(ctx, sessionId, origin)) ??
    (await findPersonBySession(ctx, sessionId, origin));
  if (actor) await endSession({ ...ctx, actor }, sessionId);
}

/** Asks next-auth as its Node handler is asked: it reads these members of the request, and calls these of the answer. */
async function askNextAuth(visit: Visit, action: string[], body: RequestFields): Promise<HandlerAnswer> {
  const left: HandlerAnswer = { status: 200, body: '', headers: new Map() };
  const { request } = visit.call;
  const asked = {
    query: { ...Object.fromEntries(new URL(request.url).searchParams), nextauth: action },
    // Always answered as JSON: redirects after a POST are for pages without scripts, which this one is not.
    body: { ...body, json: request.method === 'POST' ? 'true' : undefined },
    cookies: Object.fromEntries(readCookies(request.headers)),
    headers: Object.fromEntries(request.headers),
    method: request.method,
  };
  const answered = {
    status: (status: number) => Object.assign(left, { status }) && answered,
    getHeader: (name: string) => left.headers.get(name),
    setHeader: (name: string, value: string | string[]) => left.headers.set(name, value),
    json: (value: unknown) => {
      left.headers.set('Content-Type', 'application/json');
      left.body = JSON.stringify(value);
    },
    send: (value: unknown) => {
      left.body = typeof value === 'string' ? value : JSON.stringify(value ?? '');
    },
    end: () => {},
  };
  const because = 'next-auth is typed for the framework’s own objects and uses these members';
  await NextAuth(unchecked(asked, because), unchecked(answered, because), optionsOf(visit));
  return left;
}

function answerOf({ status, body, headers }: HandlerAnswer, call: Call): Answer {
  for (const cookie of [headers.get('Set-Cookie') ?? []].flat()) call.headers.append('Set-Cookie', cookie);
  headers.delete('Set-Cookie');
  return { status, body, headers: Object.fromEntries([...headers].map(([name, value]) => [name, String(value)])) };
}

/** What of next-auth is offered. The rest has no use here, such as its log, into which anybody could write. */
const doors: Record<string, readonly string[]> = {
  GET: ['csrf', 'session', 'signin', 'signout', 'error', 'verify-request'],
  POST: ['callback/wallet', 'callback/code', 'callback/passkey', 'signout'],
};

/** One request to next-auth: counted, of our own pages only, and refused in the words of our problems. */
export async function answerAuth(call: Call, action: string[]): Promise<Answer> {
  const { request, requestId } = call;
  if (!doors[request.method]?.includes(action.join('/'))) throw new Refusal('not_found');
  const ctx: Context = {
    ...{ db: processDatabase(), clock: systemClock, actor: { kind: 'claimant' }, requestId },
    origin: originOf(request.headers),
  };
  const posted = request.method === 'POST';
  if (posted) {
    refuseOverQuota(await countRequest(ctx.db, visitorQuota(request.headers), ctx.clock.now()));
    refuseCrossSite(request);
  }
  const failures: unknown[] = [];
  const visit: Visit = { ctx, call, failed: (error) => failures.push(error) };
  const left = await askNextAuth(visit, action, posted ? await readForm(request) : {});
  if (failures.length > 0) throw failures[0];
  return answerOf(left, call);
}
