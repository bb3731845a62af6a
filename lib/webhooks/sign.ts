import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A secret as Standard Webhooks writes it: 256 random bits in base64 behind `whsec_`. */
export function newSigningSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/** The `v1` signature of Standard Webhooks: HMAC-SHA256 over `id.seconds.body`, in base64. */
export function signStandard(secret: string, id: string, seconds: number, body: string): string {
  if (!secret.startsWith(prefix)) throw new Error('A signing secret starts with whsec_');
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}
