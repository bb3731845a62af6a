import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env';

/** 256 random bits as 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What we keep of a token: enough to recognise it, useless to a reader of the database. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env.SECRETS_KEY, '', `drawbridge ${purpose}`, 32));
}

/** A secret of its own for `purpose`, the same in every process; 43 characters of base64url. */
export function derivedSecret(purpose: string): string {
  return keyFor(`secret ${purpose}`).toString('base64url');
}

/** What we keep of a text so short that its plain hash could be guessed: without our key it cannot be tried. */
export function keyedHash(text: string, purpose: string): string {
  return createHmac('sha256', keyFor(`hash ${purpose}`))
    .update(text)
    .digest('hex');
}

/**
 * Encrypts text at rest (AES-256-GCM under a key derived for `purpose`): `v1.<nonce>.<tag>.<data>` in base64url.
 * The same purpose must be given to read it back, so that a value copied to another row does not decrypt there.
 */
export function seal(text: string, purpose: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [
    'v1',
    nonce.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
    data.toString('base64url'),
  ].join('.');
}

/** Reads what `seal` wrote; throws when the key, the purpose or the text is not the original one. */
export function unseal(sealed: string, purpose: string): string {
  const [version, nonce, tag, data] = sealed.split('.');
  if (version !== 'v1' || !nonce || !tag || data === undefined) throw new Error('Not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), Buffer.from(nonce, 'base64url'));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString('utf8');
}
