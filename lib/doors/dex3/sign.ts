import { createHash, timingSafeEqual } from 'node:crypto';

/** Dex3's signatures: SHA-256 over fields, one after another, and the private key. */

export type SignedBy = { publicId: string; secret: string };

/** A field as JavaScript joins it to a text. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

type Body = Readonly<Record<string, unknown>>;

const contentOf = ({ order_id, amount, receiver_value }: Body, { publicId, secret }: SignedBy) =>
  [textOf(order_id), publicId, textOf(amount), textOf(receiver_value), secret].join('');

/** The amount counts as the number that JavaScript reads: "100.00" is signed as 100. No money is decided on it. */
const contentOfSecond = ({ order_id, order_amount, is_order_usd, token_id, receiver }: Body, { secret }: SignedBy) =>
  [
    textOf(order_id),
    String(Number(textOf(order_amount))),
    textOf(is_order_usd),
    textOf(token_id),
    textOf(receiver),
    secret,
  ].join('');

/** The signature that these fields and this key make. Fields stand in it without a mark between them, so different ones may make the same. */
export function signatureOf(body: Body, key: SignedBy, second: boolean): Buffer {
  return createHash('sha256')
    .update(second ? contentOfSecond(body, key) : contentOf(body, key))
    .digest();
}

/** Whether the body was signed with this key; its signature may be hexadecimal text, as in their sample, or base64. */
export function isSigned(body: Body, key: SignedBy, second: boolean): boolean {
  const expected = signatureOf(body, key, second);
  const text = textOf(body.signature).trim();
  const given = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
