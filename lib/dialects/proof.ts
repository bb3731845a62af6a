import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { newToken } from '@/lib/kernel/secrets';
import type { Message } from './dialect';

/** What dialects with a shared secret have in common. */

export const sharedSecret = {
  signatureKinds: ['hmac'],
  secretsAtOnce: 2,
  newSecret: newToken,
  publicKeyOf: () => null,
} as const;

export const isSuccess = (status: number) => status >= 200 && status < 300;

/** HMAC-SHA256 in hex. */
export function hmacHex(secret: string, content: string): string {
  return createHmac('sha256', secret).update(content).digest('hex');
}

/** Compares in constant time; only the lengths can be learnt. */
export function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Whether hex digits in either case are these bytes. */
export function isHexOf(given: string, expected: string): boolean {
  return /^([0-9a-f]{2})+$/i.test(given) && sameBytes(Buffer.from(given, 'hex'), Buffer.from(expected, 'hex'));
}

export function digestHex(algorithm: 'sha1' | 'sha256', content: string): string {
  return createHash(algorithm).update(content).digest('hex');
}

/** Whether one of the proofs that came is good: by the newest secret or, in a rotation, the one before; null for none. */
export function oneIsGood(given: readonly (string | null | undefined)[], isGood: (proof: string) => boolean) {
  const came = given.filter((proof) => typeof proof === 'string');
  return came.length === 0 ? null : came.some((proof) => isGood(proof.trim()));
}

/** The two headers in which dialects with one header carry their proof. */
export const proofsIn = ({ headers }: Message, name: string) => [headers[name], headers[`${name}-previous`]];

/** What stands in an explained text where the secret itself was hashed. */
export const secretPlace = '{your secret}';

/** The message with `header` proved by the newest secret and `<header>-previous` by the one before it. */
export function signHeader(message: Message, header: string, secrets: readonly string[], content: string): Message {
  const names = [header, `${header}-previous`];
  const proofs = secrets.slice(0, 2).map((secret, index) => [names[index], hmacHex(secret, content)]);
  return { ...message, headers: { ...message.headers, ...Object.fromEntries(proofs) } };
}

/** Runs a dialect's parser. Returns null if `look` throws. */
export function quietly<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
