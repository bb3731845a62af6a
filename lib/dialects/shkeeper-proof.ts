import type { DialectRules, Explanation, Message } from './dialect';
import { hmacHex, isHexOf, oneIsGood, proofsIn, quietly, sharedSecret, signHeader } from './proof';

/** How SHKeeper proves a message, and so what a backend that listens to it can check: hex HMAC-SHA256 of `seconds.body`. */

const header = 'x-shkeeper-signature';
const timeHeader = 'x-shkeeper-timestamp';
/** Seconds by which a message's time may differ from ours, either way. */
const tolerance = 300;

/** The time that came, and what is signed; null where no time came. */
function signedPartOf({ headers, body }: Message): { content: string; seconds: number } | null {
  const seconds = headers[timeHeader]?.trim();
  if (!seconds || !/^\d{1,12}$/.test(seconds)) return null;
  return { content: `${seconds}.${body}`, seconds: Number(seconds) };
}

function explain(message: Message, secret: string): Explanation | null {
  return quietly(() => {
    const signed = signedPartOf(message);
    if (!signed) return null;
    const expected = hmacHex(secret, signed.content);
    const matches = oneIsGood(proofsIn(message, header), (proof) => isHexOf(proof, expected));
    return { signedContent: signed.content, expected: { [header]: expected }, matches };
  });
}

export const shkeeperProof = {
  ...sharedSecret,
  explain,

  sign(message, { secrets }, { at }) {
    const seconds = String(Math.floor(at.getTime() / 1000));
    const timed = { ...message, headers: { ...message.headers, [timeHeader]: seconds } };
    return signHeader(timed, header, secrets, `${seconds}.${message.body}`);
  },

  verify(message, secret, { now }) {
    const signed = signedPartOf(message);
    if (!signed || Math.abs(Math.floor(now.getTime() / 1000) - signed.seconds) > tolerance) return false;
    return explain(message, secret)?.matches === true;
  },
} satisfies Partial<DialectRules>;
