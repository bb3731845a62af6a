import { z } from 'zod';
import { idOfUuid } from '@/lib/kernel/ids';
import { type CoindirectFacts, summaryOf } from './coindirect-summary';
import type { DialectRules, Explanation, Message } from './dialect';
import { decimal, evmHash, maybe, readBody, word } from './message';
import { marks, payoutIn } from './payout-in';
import { hmacHex, isHexOf, isSuccess, oneIsGood, proofsIn, quietly, sharedSecret, signHeader } from './proof';

/** Coindirect's payout webhooks: https://developers.coindirect.com (today BVNK and Layer1). */

const header = 'x-signature';

/** Of an event that nobody joined them to, such as a sample. */
const unknown: CoindirectFacts = { uuid: null, linked: false, payer: null, address: null };

/** Path (decoded, as their sample has it), query without its question mark, content type and body, in a row. */
function signedContent({ url, headers, body }: Message): string {
  const [, path = '', query = ''] = /^[^:]+:\/\/[^/?#]*([^?#]*)\??([^#]*)/.exec(url) ?? [];
  return (quietly(() => decodeURIComponent(path)) ?? path) + query + (headers['content-type'] ?? '') + body;
}

function explain(message: Message, secret: string): Explanation | null {
  return quietly(() => {
    const content = signedContent(message);
    const expected = hmacHex(secret, content);
    const matches = oneIsGood(proofsIn(message, header), (proof) => isHexOf(proof, expected));
    return { signedContent: content, expected: { [header]: expected }, matches };
  });
}

const message = z.object({
  event: word,
  version: maybe,
  data: z.object({
    uuid: word,
    status: word,
    reference: maybe,
    paidCurrency: z.object({ actual: decimal }).nullish().catch(null),
    transactions: z
      .array(z.object({ hash: evmHash }))
      .catch([])
      .default([]),
  }),
});

export const coindirect: DialectRules = {
  ...sharedSecret,
  subjects: ['payout'],
  defaultEvents: ['payout.processing', 'payout.completed', 'payout.failed', 'payout.cancelled', 'payout.expired'],

  render(event, target) {
    const data = summaryOf(payoutIn(event), event.merchantId, event.coindirect ?? unknown);
    const body = JSON.stringify({ source: 'payment', event: 'statusChanged', data, ...marks(event) });
    return { method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body };
  },

  sign: (message, { secrets }) => signHeader(message, header, secrets, signedContent(message)),

  accepts: isSuccess,

  verify: (message, secret) => explain(message, secret)?.matches === true,

  explain,

  parse({ body }) {
    const said = readBody(message, body);
    if (!said) return null;
    const { uuid, status, reference, paidCurrency, transactions } = said.data;
    const hash = transactions.findLast((transaction) => transaction.hash !== null)?.hash ?? null;
    return {
      // A hash that comes later under the same status is news.
      key: [uuid, status, ...[hash, said.version].filter((part) => part !== null)].join(':'),
      type: said.event,
      status,
      payoutId: idOfUuid('payout', uuid),
      reference,
      hash,
      amount: paidCurrency?.actual ?? null,
    };
  },
};
