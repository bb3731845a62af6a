import { decode } from 'next-auth/jwt';
import { derivedSecret } from '@/lib/kernel/secrets';
import { overTls, readCookies } from './cookies';

/** Signs and encrypts what next-auth keeps in cookies. */
export function authSecret(): string {
  return derivedSecret('next-auth');
}

/** `__Host-`: no other host, no other path and no plain connection can set it. */
export function sessionCookieName(): string {
  return overTls() ? '__Host-drawbridge-session' : 'drawbridge-session';
}

/** The session that the browser's cookie names, or null for none, a forged or an old one. */
export async function readSessionId(headers: Headers): Promise<string | null> {
  const token = readCookies(headers).get(sessionCookieName());
  if (!token) return null;
  try {
    const claims = await decode({ token, secret: authSecret() });
    return typeof claims?.sid === 'string' ? claims.sid : null;
  } catch {
    return null;
  }
}
