import { hashToken, keyedHash, newToken } from '@/lib/kernel/secrets';
import { cookieHeader, overTls, readCookies } from './cookies';

/**
 * A cookie of browsers with an earlier sign-in: a token and, for each of their mail addresses, a mark that only we
 * can make. It opens nothing. It gives them an allowance of their own, which no stranger can use up.
 */
const cookieName = () => (overTls() ? '__Secure-drawbridge-device' : 'drawbridge-device');
const keptSeconds = 400 * 86_400;
const maxAddresses = 5;
const cookiePattern = /^[A-Za-z0-9_-]{43}(\.[0-9a-f]{32}){1,6}$/;

const markOf = (token: string, about: string) => keyedHash(`${token} ${about}`, 'known device').slice(0, 32);

function readDevice(headers: Headers): { token: string; marks: string[] } | null {
  const value = readCookies(headers).get(cookieName()) ?? '';
  if (!cookiePattern.test(value)) return null;
  const [token = '', own, ...marks] = value.split('.');
  return own === markOf(token, 'itself') ? { token, marks } : null;
}

/** This browser, where anybody has signed in with it; null for one that we do not know. */
export function findDevice(headers: Headers): string | null {
  const device = readDevice(headers);
  return device && hashToken(device.token);
}

/** This browser, where the person with this mail address has signed in with it. */
export function findDeviceOf(headers: Headers, email: string): string | null {
  const device = readDevice(headers);
  return device?.marks.includes(markOf(device.token, email)) ? hashToken(device.token) : null;
}

/** Marks the browser as known for these mail addresses. */
export function keepDevice(
  { request, headers }: { request: Request; headers: Headers },
  emails: readonly string[],
): void {
  const { token, marks } = readDevice(request.headers) ?? { token: newToken(), marks: [] };
  const all = new Set([...emails.map((email) => markOf(token, email)), ...marks]);
  const value = [token, markOf(token, 'itself'), ...[...all].slice(0, maxAddresses)].join('.');
  const facts = { name: cookieName(), value, path: '/api', sameSite: 'Strict' } as const;
  headers.append('Set-Cookie', cookieHeader({ ...facts, maxAgeSeconds: keptSeconds }));
}
