import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { z } from 'zod';
import type { PublicJwk } from '@/db/schema/receipts';

/** Compact JWS (RFC 7515) by Ed25519 (RFC 8037), in the few lines that it needs. */

/** Says that it is a receipt, so that nothing else that a portal signs ever passes for one. */
export const receiptType = 'receipt+jwt';

const publicJwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });
const privateJwk = publicJwk.extend({ d: z.string() });
export type PrivateJwk = z.infer<typeof privateJwk>;

export type KeyPair = { kid: string; privateJwk: PrivateJwk };

/** The key's own name (RFC 7638): two keys never share one, and nobody can choose one. */
export function thumbprintOf({ crv, kty, x }: PublicJwk): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

export function newKeyPair(): KeyPair & { publicJwk: PublicJwk } {
  const jwk = privateJwk.parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
  const publicHalf = publicJwk.parse(jwk);
  return { kid: thumbprintOf(publicHalf), privateJwk: jwk, publicJwk: publicHalf };
}

/** Reads what `JSON.stringify` made of a private key. */
export function readPrivateJwk(text: string): PrivateJwk {
  return privateJwk.parse(JSON.parse(text));
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function signReceipt(content: object, { kid, privateJwk: key }: KeyPair): string {
  const signed = `${encoded({ alg: 'EdDSA', typ: receiptType, kid })}.${encoded(content)}`;
  const signature = sign(null, Buffer.from(signed), createPrivateKey({ key, format: 'jwk' }));
  return `${signed}.${signature.toString('base64url')}`;
}

/** What a receipt of our own says; whether it is one is not asked here. */
export function decodeReceipt(jws: string): unknown {
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
}
