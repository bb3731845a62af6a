import { type Hex, recoverAddress } from 'viem';
import { z } from 'zod';
import { hex } from '@/lib/chains/address';
import { standard } from '@/lib/dialects/standard';
import type { Outcome } from '@/lib/outgoing/send';
import type { SignatureAnswer } from '@/lib/rails/rail';

/** What is said between the portal and a service that keeps a key: docs/remote-signer.md. */

/** Where a service is asked, the secret that proves both sides, and the address whose signature must come. */
export type Service = { id: string; url: string; secret: string; address: string };

/** What shall be signed: `said` as the service reads it, `hash` as the key signs it. A trial's signature is worth nothing. */
export type Question = { what: 'voucher' | 'transaction'; isTrial: boolean; said: object; hash: Hex };

export type Ask = { id: string; at: Date; service: Service; question: Question };

/** The request, proved as webhooks of the standard dialect are. */
export function requestOf({ id, at, service: { url, secret }, question: { what, isTrial, said } }: Ask) {
  const body = JSON.stringify({ type: `${what}.${isTrial ? 'try' : 'sign'}`, ...said });
  const request = { method: 'POST' as const, url, headers: { 'content-type': 'application/json' }, body };
  return standard.sign(request, { signing: 'hmac', secrets: [secret] }, { id, at, merchantId: '' });
}

const answer = z.strictObject({
  type: z.string(),
  request: z.string(),
  /** 65 bytes; s in the lower half, as chains and the contract take it. */
  signature: z
    .string()
    .regex(/^0x[0-9a-f]{64}[0-7][0-9a-f]{63}1[bc]$/i)
    .optional(),
  code: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .optional(),
  detail: z.string().max(500).optional(),
});

const silent = (word: string): SignatureAnswer => ({ ok: false, because: 'signer_unreachable', word });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What an answer comes to: a signature counts only if the named address made it over exactly what was asked. */
export async function readAnswer(
  { id, service, question }: Ask,
  outcome: Outcome,
  now: Date,
): Promise<SignatureAnswer> {
  const { status, answer: body, headers } = outcome;
  if (status === null || body === null) return silent('no_answer');
  if (status !== 200 && status !== 422) return silent(`status_${status}`);
  const proved = headers['webhook-id'] === id;
  const message = { method: 'POST' as const, url: service.url, headers, body };
  if (!proved || !standard.verify(message, service.secret, { now, merchantId: '' })) return silent('answer_unproved');
  const said = answer.safeParse(readJson(body)).data;
  if (said?.request !== id) return silent('answer_unreadable');
  const { type, signature, code } = said;
  if (type === `${question.what}.refused` && code && !signature)
    return { ok: false, because: 'signer_declined', word: code };
  if (type !== `${question.what}.signed` || !signature || code) return silent('answer_unreadable');
  const by = await recoverAddress({ hash: question.hash, signature: hex(signature) }).catch(() => null);
  return by?.toLowerCase() === service.address ? { ok: true, signature: hex(signature) } : silent('wrong_signature');
}
