import { z } from 'zod';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import type { DialectRules, Explanation, Message } from './dialect';
import { aside, decimal, evmHash, maybe, namesOf, readBody, word } from './message';
import { marks, payoutIn } from './payout-in';
import { hmacHex, isHexOf, oneIsGood, proofsIn, quietly, sameBytes, sharedSecret, signHeader } from './proof';

/** Nitro's payout webhooks. Their body is documented in words only: field types are ours, and read generously. */

const header = 'x-nitro-signature';
const eventName = 'payout-update';

export const nitroStatus = {
  awaiting_approval: 'pending',
  pending: 'pending',
  processing: 'pending',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'failed',
  expired: 'failed',
} as const satisfies Record<PayoutStatus, string>;

/** Their documentation says neither how the signature is written nor that nothing stands around it. */
function isSignature(given: string, expected: string): boolean {
  const text = given.replace(/^sha256=/i, '');
  return (
    isHexOf(text, expected) ||
    sameBytes(Buffer.from(text), Buffer.from(Buffer.from(expected, 'hex').toString('base64')))
  );
}

function explain(message: Message, secret: string): Explanation | null {
  return quietly(() => {
    const expected = hmacHex(secret, message.body);
    const matches = oneIsGood(proofsIn(message, header), (proof) => isSignature(proof, expected));
    return { signedContent: message.body, expected: { [header]: expected }, matches };
  });
}

const trimmed = z
  .string()
  .transform((text) => text.trim())
  .pipe(word);
const message = z.object({
  event: trimmed,
  payout_id: maybe,
  status: trimmed.nullish().catch(null),
  reference: maybe,
  version: maybe,
  hash: evmHash,
  amount: decimal,
  verified_amount: decimal,
});

export const nitro: DialectRules = {
  ...sharedSecret,
  subjects: ['payout'],
  defaultEvents: ['payout.created', 'payout.completed', 'payout.failed', 'payout.cancelled', 'payout.expired'],

  render(event, target) {
    const payout = payoutIn(event);
    const body = JSON.stringify({
      event: eventName,
      payout_id: payout.id,
      status: nitroStatus[payout.status],
      amount: payout.amount,
      verified_amount: payout.status === 'completed' ? payout.net : '0.00',
      fee: payout.fee,
      currency: payout.asset,
      reference: payout.reference,
      hash: payout.transfer?.hash ?? null,
      ...marks(event),
    });
    return { method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body };
  },

  sign: (message, { secrets }) => signHeader(message, header, secrets, message.body),

  accepts: (status) => status === 200,

  verify: (message, secret) => explain(message, secret)?.matches === true,

  explain,

  parse({ body }) {
    const said = readBody(message, body);
    if (!said) return null;
    const { event, payout_id: id, status = null, version, hash } = said;
    // They send other news, such as deposits, to the same address: readable, and nothing of ours.
    if (event !== eventName) return aside(event, status, body);
    if (id === null || status === null) return null;
    return {
      key: [id, status, ...(version ? [version] : [])].join(':'),
      type: event,
      status,
      ...namesOf(id, said.reference),
      hash,
      amount: status === 'completed' ? said.verified_amount : said.amount,
    };
  },
};
