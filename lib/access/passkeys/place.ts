import { isIP } from 'node:net';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';

/** For whom a passkey signs: the name in BASE_URL, and the origin of our pages. */
export type PasskeyPlace = { rpId: string; origin: string };

/** Null where browsers keep no passkeys for us: at an address in numbers, or without https. */
export function findPasskeyPlace(): PasskeyPlace | null {
  const { hostname, origin, protocol } = new URL(env.BASE_URL);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null;
  return protocol === 'https:' || isLocal ? { rpId: hostname, origin } : null;
}

export function requirePasskeyPlace(): PasskeyPlace {
  const place = findPasskeyPlace();
  if (place) return place;
  const detail = 'This portal has no name over https, so no browser keeps a passkey for it.';
  throw new Refusal('passkey_state', { detail });
}
