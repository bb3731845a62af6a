import { messageSeconds } from '@/lib/access/proofs/wallet-proof';
import { cookieHeader, overTls, readCookies } from '@/lib/http/identity/cookies';
import { hashToken, newToken } from '@/lib/kernel/secrets';
import type { Call } from './serve';

const cookieName = () => (overTls() ? '__Secure-drawbridge-proof' : 'drawbridge-proof');
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** The browser that asks, or null where it brings no cookie of ours. */
export function findBrowser(headers: Headers): `browser:${string}` | null {
  const token = readCookies(headers).get(cookieName());
  return token && tokenPattern.test(token) ? `browser:${hashToken(token)}` : null;
}

/** The same, and the browser gets a cookie for as long as what it asks for may be used. */
export function rememberBrowser({ request, headers }: Call): `browser:${string}` {
  const known = readCookies(request.headers).get(cookieName());
  const value = known && tokenPattern.test(known) ? known : newToken();
  const facts = { name: cookieName(), value, path: '/api', sameSite: 'Strict' } as const;
  headers.append('Set-Cookie', cookieHeader({ ...facts, maxAgeSeconds: messageSeconds }));
  return `browser:${hashToken(value)}`;
}
