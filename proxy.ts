import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import type { Language } from '@/db/vocabulary/mails';
import { verificationLanguageOf } from '@/lib/attestations/read';
import { claimLanguageOf, embedOriginsOf } from '@/lib/claims/embed-origins';
import { contentPolicy } from '@/lib/http/base/content-policy';
import { transportHeaders } from '@/lib/http/base/security-headers';
import { pageContext } from '@/lib/http/pages/page-context';
import { pageHeader } from '@/lib/http/pages/page-header';
import { choiceCookie, languageHeader, wishedLanguage } from '@/lib/http/pages/page-language';
import { env } from '@/lib/kernel/env';
import { log } from '@/lib/kernel/log';
import { buyerLanguageOf } from '@/lib/orders/mails/buyer-link';

/** Pages and public files; the API sets its own headers, also where Coindirect's hosted page asks outside of `/api`. */
export const config = { matcher: '/((?!api/|v1/pay/|currency/crypto$|_next/static/|_next/image).*)' };

/** A foreign page that opened a page of the desk gets no hold of it; wallets that open windows keep theirs. */
const isOfDesk = (pathname: string) => /^\/(dashboard|operator|sign-in|start)(\/|$)/.test(pathname);

/** The page that checks receipts has its policy inside, where it holds on a reader's disk, too; ours would stop its script. */
const hasOwnPolicy = (pathname: string) => pathname === '/verify-receipt.html';

const permissions = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()';

/** Who may frame a claim page is the merchant's choice. While it cannot be read, nobody may. */
async function framersOf(pathname: string): Promise<string[]> {
  const token = /^\/p\/([^/]+)/.exec(pathname)?.[1];
  if (!token) return [];
  try {
    return await embedOriginsOf(pageContext(), token);
  } catch (error) {
    log.warn({ err: error }, 'The origins that may embed a claim page could not be read');
    return [];
  }
}

const languageFinders: Readonly<Record<string, typeof claimLanguageOf>> = {
  p: claimLanguageOf,
  v: verificationLanguageOf,
  o: buyerLanguageOf,
};

/** As its reader wishes, else as its merchant does. While that cannot be read, English. */
async function languageOf({ nextUrl, headers }: NextRequest): Promise<Language> {
  const wished = wishedLanguage(nextUrl, headers);
  if (wished) return wished;
  const [, kind = '', token = ''] = /^\/([pvo])\/([^/]+)/.exec(nextUrl.pathname) ?? [];
  try {
    return (await languageFinders[kind]?.(pageContext(), token)) ?? 'en';
  } catch (error) {
    log.warn({ err: error }, 'The language of a merchant could not be read');
    return 'en';
  }
}

/** Nothing of ours is called by a text with a NUL in it, and no database can be asked for one. */
function namesNothing({ pathname, search }: URL): boolean {
  return `${pathname}${search}`.includes('%00');
}

/** Pages are only read: what else the framework might try with them, it would tell the log. The demo's doors take more. */
function triesMore({ method, nextUrl }: NextRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && !nextUrl.pathname.startsWith('/dev/');
}

function refusalOf(request: NextRequest): NextResponse | null {
  if (namesNothing(request.nextUrl)) return new NextResponse('There is nothing here.\n', { status: 404 });
  if (!triesMore(request)) return null;
  return new NextResponse('Pages are only read.\n', { status: 405, headers: { Allow: 'GET, HEAD' } });
}

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString('base64');
  const embedOrigins = await framersOf(request.nextUrl.pathname);
  const policy = contentPolicy({
    nonce,
    embedOrigins,
    walletConnect: env.WALLETCONNECT_PROJECT_ID !== '',
    development: env.NODE_ENV === 'development',
  });
  // The framework reads the nonce for its own scripts from this header of the request.
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set(pageHeader, request.nextUrl.pathname + request.nextUrl.search);
  headers.set('Content-Security-Policy', policy);
  headers.set(languageHeader, await languageOf(request));
  const response = refusalOf(request) ?? NextResponse.next({ request: { headers } });
  const sent = {
    ...transportHeaders(),
    'Content-Security-Policy': hasOwnPolicy(request.nextUrl.pathname) ? "frame-ancestors 'none'" : policy,
    'Permissions-Policy': permissions,
    ...(embedOrigins.length === 0 && { 'X-Frame-Options': 'DENY' }),
    ...(isOfDesk(request.nextUrl.pathname) && { 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' }),
  };
  for (const [name, value] of Object.entries(sent)) response.headers.set(name, value);
  const choice = choiceCookie(request.nextUrl);
  if (choice) response.headers.append('Set-Cookie', choice);
  return response;
}
