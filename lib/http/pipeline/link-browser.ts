import { cookieHeader, overTls, readCookies } from '@/lib/http/identity/cookies';
import { hashToken, newToken } from '@/lib/kernel/secrets';
import type { Call } from './serve';

/**
 * Which browser a code was asked for in: a cookie that opens nothing. A page in a frame of another site gets none that is
 * `Lax`, so over TLS it gets a twin that belongs to that site's frames alone (CHIPS).
 */
const plainName = () => (overTls() ? '__Secure-drawbridge-claim' : 'drawbridge-claim');
const framedName = '__Secure-drawbridge-claim-framed';
const keptSeconds = 2 * 3600;
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

function readToken(headers: Headers): string | null {
  const cookies = readCookies(headers);
  const found = [plainName(), framedName].map((name) => cookies.get(name) ?? '');
  return found.find((token) => tokenPattern.test(token)) ?? null;
}

/** Whether a page of ours asks, as browsers say of themselves. It decides about no right. */
export function isOwnPage(headers: Headers): boolean {
  return headers.get('sec-fetch-site') === 'same-origin';
}

/** The browser that asks, as the hash of its cookie; null where it brings none. */
export function findLinkBrowser(headers: Headers): string | null {
  const token = readToken(headers);
  return token === null ? null : hashToken(token);
}

/** The same, and the browser keeps its cookie for longer than a code and its proof are good. */
export function rememberLinkBrowser({ request, headers }: Call): string {
  const value = readToken(request.headers) ?? newToken();
  const facts = { value, path: '/', maxAgeSeconds: keptSeconds };
  headers.append('Set-Cookie', cookieHeader({ ...facts, name: plainName(), sameSite: 'Lax' }));
  if (overTls()) headers.append('Set-Cookie', cookieHeader({ ...facts, name: framedName, sameSite: 'None' }));
  return hashToken(value);
}
