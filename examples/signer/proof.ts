import { createHmac, timingSafeEqual } from 'node:crypto';

/** Requests and answers are proved in one way: HMAC-SHA256 over `id.seconds.body`, as Standard Webhooks says. */
export type Headers = Record<string, string | string[] | undefined>;

const toleranceSeconds = 300;

function mac(secret: string, content: string): Buffer {
  return createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(content)
    .digest();
}

/** The id of a request and the secret that proves it; null where none does. */
export function whoseRequest(headers: Headers, body: string, secrets: readonly string[]) {
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': given } = headers;
  if (typeof id !== 'string' || typeof seconds !== 'string' || typeof given !== 'string') return null;
  if (!/^\w{1,80}$/.test(id) || !(Math.abs(Date.now() / 1000 - Number(seconds)) <= toleranceSeconds)) return null;
  const secret = secrets.find((one) => {
    const expected = mac(one, `${id}.${seconds}.${body}`);
    return given.split(' ').some((entry) => {
      const bytes = Buffer.from(entry.replace(/^v1,/, ''), 'base64');
      return entry.startsWith('v1,') && bytes.length === expected.length && timingSafeEqual(bytes, expected);
    });
  });
  return secret === undefined ? null : { id, secret };
}

/** The headers that prove an answer to the request `id`. */
export function proofOf(id: string, body: string, secret: string): Record<string, string> {
  const seconds = String(Math.floor(Date.now() / 1000));
  const signature = mac(secret, `${id}.${seconds}.${body}`).toString('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
}
