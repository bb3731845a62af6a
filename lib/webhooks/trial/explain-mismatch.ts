import { createHmac } from 'node:crypto';
import type { Dialect } from '@/db/vocabulary/webhooks';
import type { Explanation, Message } from '@/lib/dialects/dialect';
import { dialectRules } from '@/lib/dialects/registry';

/** Why a sample does not verify, in words that say what to do. Each guess is tried, so a hint is a finding. */

export type Sample = {
  dialect: Dialect;
  merchantId: string;
  /** The endpoint's address or template, which may give parameters names of its own. */
  target: string;
  message: Message;
  /** What signs now, what signed before while a rotation overlaps, and what signs at the merchant's other endpoints. */
  secret: string;
  previous: readonly string[];
  others: readonly { id: string; secret: string }[];
};

export function explainWith(sample: Sample, message: Message, secret: string): Explanation | null {
  const { dialect, merchantId, target } = sample;
  return dialectRules[dialect].explain(message, secret, { merchantId, target });
}

const fits = (sample: Sample, message: Message, secret = sample.secret) =>
  explainWith(sample, message, secret)?.matches === true;

function secretHints(sample: Sample): string[] {
  const { message, previous, others } = sample;
  if (previous.some((former) => fits(sample, message, former))) {
    return ['It was signed with a secret from before a rotation.'];
  }
  const other = others.find(({ secret }) => fits(sample, message, secret));
  return other ? [`It was signed with the secret of another endpoint of yours, ${other.id}.`] : [];
}

/** A text of JSON, or the rest of the body where it does not end: no start is tried twice, so it is read once. */
const textOrBlanks = /("(?:[^"\\]|\\.)*(?:"|\\?$))|\s+/gs;

/** JSON without blanks outside of its texts; numbers stay as they are written. */
const compact = (body: string) => body.replace(textOrBlanks, (_all, text = '') => text);

const unescaped = (body: string) =>
  body
    .replaceAll('\\/', '/')
    .replace(/\\u(?!00[01])[0-9a-fA-F]{4}/g, (code) => String.fromCharCode(Number.parseInt(code.slice(2), 16)));

const bodies: readonly [string, (body: string) => string][] = [
  ['The body has blanks or a newline at its end that we did not send.', (body) => body.trimEnd()],
  ['The body begins with a byte order mark that we did not send.', (body) => body.replace(/^\uFEFF/, '')],
  [
    'The body was parsed and written again with other blanks. Verify its text exactly as it came, before anything parses it.',
    compact,
  ],
  [
    'The body was parsed and written again with other escapes (\\/ or \\u…). Verify its text exactly as it came.',
    (body) => unescaped(compact(body)),
  ],
];

function bodyHints(sample: Sample): string[] {
  const { message } = sample;
  const found = bodies.find(([, change]) => {
    const body = change(message.body);
    return body !== message.body && fits(sample, { ...message, body });
  });
  return found ? [found[0]] : [];
}

/** The bytes behind an expected proof, however it is spelled. */
function bytesOf(expected: string): { bytes: Buffer; spelling: 'hex' | 'base64' } {
  const [, base64] = /^v1a?,(.*)$/.exec(expected) ?? [];
  return base64 === undefined
    ? { bytes: Buffer.from(expected, 'hex'), spelling: 'hex' }
    : { bytes: Buffer.from(base64, 'base64'), spelling: 'base64' };
}

/** More than any proof has, and rotated ones beside it. */
const maxProofLength = 4000;

/** What was given as a proof, part by part, without the marks that people put in front of it. */
function partsOf(given: string): string[] {
  const parts = given.slice(0, maxProofLength).split(' ');
  return parts.map((part) => part.trim().replace(/^(v1a?[,=:]|sha(1|256)=)/i, ''));
}

/** Base64 in either alphabet, with its padding or without. */
function bareBase64(text: string): string {
  let end = text.length;
  while (text[end - 1] === '=') end -= 1;
  return text.slice(0, end).replaceAll('-', '+').replaceAll('_', '/');
}

const spells = (part: string, bytes: Buffer) =>
  part.toLowerCase() === bytes.toString('hex')
    ? 'hex'
    : bareBase64(part) === bareBase64(bytes.toString('base64'))
      ? 'base64'
      : null;

/** The right bytes in a spelling of their own, or with something missing around them. */
function spellingHints(name: string, expected: string, given: string): string[] {
  const { bytes, spelling } = bytesOf(expected);
  const found = partsOf(given)
    .map((part) => spells(part, bytes))
    .find((one) => one !== null);
  if (!found) return [];
  if (found !== spelling) return [`The signature is right but written in ${found}; ${name} holds it in ${spelling}.`];
  return [`The signature is right but not written as ${name} holds it: compare it with what is expected.`];
}

/** Signatures that come out of a slip in the receiver's own code. */
function slipHints({ dialect, message, secret }: Sample, expected: string, given: string): string[] {
  if (dialect === 's2s' || dialect === 'dex3' || expected.startsWith('v1a,')) return [];
  const isStandard = dialect === 'standard';
  const bare = secret.replace(/^whsec_/, '');
  const right = isStandard ? Buffer.from(bare, 'base64') : Buffer.from(secret);
  const { 'webhook-id': id = '', 'webhook-timestamp': seconds = '' } = message.headers;
  const whole = `${id}.${seconds}.${message.body}`;
  const asText = 'The secret was used as text. The key is what base64 makes of the part behind whsec_.';
  const slips: readonly [string, string | Buffer, string][] = isStandard
    ? [
        [asText, secret, whole],
        [asText, bare, whole],
        ['Only the body was signed. The text to sign is id, time and body, parted by dots.', right, message.body],
        ['The id was left out of the text to sign.', right, `${seconds}.${message.body}`],
        ['The time was left out of the text to sign.', right, `${id}.${message.body}`],
      ]
    : [['Only the body was signed. See signed_content for what stands before it.', right, message.body]];
  const parts = partsOf(given);
  const found = slips.find(([, key, content]) => {
    const bytes = createHmac('sha256', key).update(content).digest();
    return parts.some((part) => spells(part, bytes) !== null);
  });
  return found ? [found[0]] : [];
}

/** What is known about a proof that came and does not fit; never empty. */
export function explainMismatch(sample: Sample, name: string, expected: string, given: string): string[] {
  const found = [
    ...secretHints(sample),
    ...bodyHints(sample),
    ...spellingHints(name, expected, given),
    ...slipHints(sample, expected, given),
  ];
  if (found.length > 0) return found;
  return [
    'Nothing that we tried explains it. Compare signed_content with what your server signs, byte by byte, and the secret with the one of this endpoint.',
  ];
}
