import { env } from '@/lib/kernel/env';

/** The cookies of a request. Where a name comes twice, the first one counts, which is the more specific one. */
export function readCookies(headers: Headers): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [name = '', ...rest] = part.split('=');
    const key = name.trim();
    if (key && !cookies.has(key)) cookies.set(key, readValue(rest.join('=').trim()));
  }
  return cookies;
}

function readValue(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether browsers reach us over TLS; cookies then go over nothing else. */
export function overTls(): boolean {
  return env.BASE_URL.startsWith('https:');
}

export type CookieFacts = {
  name: string;
  value: string;
  path: string;
  maxAgeSeconds: number;
  /** `None`: for frames of other sites, and then kept apart for each of them. */
  sameSite: 'Lax' | 'Strict' | 'None';
};

/** A cookie that scripts cannot read. */
export function cookieHeader({ name, value, path, maxAgeSeconds, sameSite }: CookieFacts): string {
  const parts = [`${name}=${value}`, `Path=${path}`, `Max-Age=${maxAgeSeconds}`, 'HttpOnly', `SameSite=${sameSite}`];
  const framed = sameSite === 'None' ? ['Partitioned'] : [];
  return [...parts, ...(overTls() ? ['Secure'] : []), ...framed].join('; ');
}
