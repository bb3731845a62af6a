import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/**
 * Ed25519 keys as Standard Webhooks spells them: `whsk_` and the base64 of seed and public key (64 bytes), `whpk_` and
 * that of the public key (32 bytes).
 */
export const privatePrefix = 'whsk_';
export const publicPrefix = 'whpk_';

/** What DER puts before the 32 bytes of a private and of a public key (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(privateHead.length);
  return privatePrefix + Buffer.concat([seed, rawPublic(privateKey)]).toString('base64');
}

function rawPublic(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicHead.length);
}

/** Reads `whsk_…`; a seed without its public key will do. Throws where the two halves do not belong together. */
function privateKeyOf(text: string): KeyObject {
  const bytes = Buffer.from(text.slice(privatePrefix.length), 'base64');
  if (!text.startsWith(privatePrefix) || ![32, 64].includes(bytes.length))
    throw new Error('Not an ed25519 private key');
  const key = createPrivateKey({
    key: Buffer.concat([privateHead, bytes.subarray(0, 32)]),
    format: 'der',
    type: 'pkcs8',
  });
  if (bytes.length === 64 && !rawPublic(key).equals(bytes.subarray(32))) throw new Error('Two keys that are no pair');
  return key;
}

export function publicKeyOf(privateKey: string): string {
  return publicPrefix + rawPublic(privateKeyOf(privateKey)).toString('base64');
}

export function signEd25519(privateKey: string, content: string): Buffer {
  return sign(null, Buffer.from(content), privateKeyOf(privateKey));
}

/** Whether the other half of this `whpk_…` key signed the content. */
export function isSignedBy(publicKey: string, content: string, signature: Buffer): boolean {
  const bytes = Buffer.from(publicKey.slice(publicPrefix.length), 'base64');
  if (!publicKey.startsWith(publicPrefix) || bytes.length !== 32) throw new Error('Not an ed25519 public key');
  const key = createPublicKey({ key: Buffer.concat([publicHead, bytes]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(content), key, signature);
}
