import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { eventSubjects } from '@/db/vocabulary/events';
import type { DialectRules, Explanation, Message } from './dialect';
import { isSignedBy, newPrivateKey, privatePrefix, publicKeyOf, publicPrefix, signEd25519 } from './ed25519';
import { decimal, evmHash, maybe, namesOf, readBody, word } from './message';
import { isSuccess, quietly, sameBytes } from './proof';

/** Standard Webhooks 1.0.0: https://github.com/standard-webhooks/standard-webhooks */

const sharedPrefix = 'whsec_';
/** The specification says 24 to 64; senders with shorter ones exist. */
const fewestBytes = 16;
/** Seconds by which a message's time may differ from ours, either way: what the reference libraries allow. */
const tolerance = 300;

/** One signature over `id.seconds.body`; the secret's prefix says of which kind. */
function signatureBy(secret: string, content: string): string {
  if (secret.startsWith(privatePrefix)) return `v1a,${signEd25519(secret, content).toString('base64')}`;
  const key = Buffer.from(secret.replace(sharedPrefix, ''), 'base64');
  if (key.length < fewestBytes || secret.startsWith(publicPrefix))
    throw new Error('A signing secret is whsec_ and the base64 of random bytes');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}

/** Without dots, as the specification says: dots part what is signed. */
const messageId = word.regex(/^[^.]+$/);

/** The id and the time that came, and what they sign together with the body. */
function signedPartOf({ headers, body }: Message): { content: string; seconds: string } | null {
  const { 'webhook-id': id, 'webhook-timestamp': seconds } = headers;
  if (!messageId.safeParse(id).success || !seconds || !/^\d{1,12}$/.test(seconds)) return null;
  return { content: `${id}.${seconds}.${body}`, seconds };
}

/** A shared secret counts only against `v1`, a key only against `v1a`: one kind never passes for the other. */
function isSigned(secret: string, content: string, list: string): boolean {
  const own = secret.startsWith(publicPrefix) || secret.startsWith(privatePrefix) ? 'v1a' : 'v1';
  const given = list.split(' ').flatMap((entry) => (entry.startsWith(`${own},`) ? [entry.slice(own.length + 1)] : []));
  if (own === 'v1') {
    const expected = Buffer.from(signatureBy(secret, content).slice(3));
    return given.some((signature) => sameBytes(Buffer.from(signature), expected));
  }
  const key = secret.startsWith(privatePrefix) ? publicKeyOf(secret) : secret;
  return given.some((signature) => isSignedBy(key, content, Buffer.from(signature, 'base64')));
}

function explain(message: Message, secret: string): Explanation | null {
  return quietly(() => {
    const signed = signedPartOf(message);
    if (!signed) return null;
    const given = message.headers['webhook-signature'];
    const expected: Record<string, string> = secret.startsWith(publicPrefix)
      ? {}
      : { 'webhook-signature': signatureBy(secret, signed.content) };
    return {
      signedContent: signed.content,
      expected,
      matches: given ? isSigned(secret, signed.content, given) : null,
    };
  });
}

const message = z.object({
  type: word,
  /** Of any shape; what is ours has these. */
  data: z
    .object({
      id: maybe,
      reference: maybe,
      status: maybe,
      amount: decimal,
      hash: evmHash,
      transfer: z.object({ hash: evmHash }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

export const standard: DialectRules = {
  subjects: eventSubjects,
  defaultEvents: ['*'],
  signatureKinds: ['hmac', 'ed25519'],
  secretsAtOnce: 6,
  newSecret: (signing) => (signing === 'ed25519' ? newPrivateKey() : sharedPrefix + randomBytes(32).toString('base64')),
  publicKeyOf: (signing, secret) => (signing === 'ed25519' ? publicKeyOf(secret) : null),

  render(event, target) {
    const { type, sequence, data } = event;
    const mark = event.test ? { test: true } : {};
    const body = JSON.stringify({ type, timestamp: event.createdAt.toISOString(), sequence, ...mark, data });
    return { method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body };
  },

  sign(message, { secrets }, { id, at }) {
    const seconds = String(Math.floor(at.getTime() / 1000));
    const signatures = secrets.map((secret) => signatureBy(secret, `${id}.${seconds}.${message.body}`));
    const proof = {
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': signatures.join(' '),
    };
    return { ...message, headers: { ...message.headers, ...proof } };
  },

  accepts: isSuccess,

  verify(message, secret, { now }) {
    const signed = signedPartOf(message);
    if (!signed || Math.abs(Math.floor(now.getTime() / 1000) - Number(signed.seconds)) > tolerance) return false;
    return explain(message, secret)?.matches === true;
  },

  explain,

  parse({ headers, body }) {
    const key = messageId.safeParse(headers['webhook-id']);
    const said = readBody(message, body);
    if (!key.success || !said) return null;
    const { type, data } = said;
    return {
      key: key.data,
      type,
      ...namesOf(data?.id ?? null, data?.reference ?? null),
      status: data?.status ?? null,
      amount: data?.amount ?? null,
      hash: data?.hash ?? data?.transfer?.hash ?? null,
    };
  },
};
