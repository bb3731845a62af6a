import { z } from 'zod';
import type { PayoutStatus } from '@/db/vocabulary';
import { addDecimals, exactNumber } from '@/lib/kernel/exact-json';
import { idOfUuid, uuidOf } from '@/lib/kernel/ids';
import type { DialectRules, EventToSend, Explanation, Message } from './dialect';
import { decimal, evmHash, maybe, readBody, word } from './message';
import { marks, type PayoutFacts, payoutIn } from './payout-in';
import { hmacHex, isHexOf, isSuccess, oneIsGood, proofsIn, quietly, sharedSecret, signHeader } from './proof';

/** Coindirect's payout webhooks: https://developers.coindirect.com (today BVNK and Layer1). */

const header = 'x-signature';

export const coindirectStatus = {
  awaiting_approval: 'PENDING',
  pending: 'PENDING',
  processing: 'PROCESSING',
  completed: 'COMPLETE',
  failed: 'CANCELLED',
  cancelled: 'CANCELLED',
  expired: 'CANCELLED',
} as const satisfies Record<PayoutStatus, string>;

const millis = (time: string | null) => (time === null ? null : Date.parse(time));

/** No quotes are made: displayed, debited and paid currency are one, at a rate of 1. */
function ratesOf({ asset }: PayoutFacts) {
  const rate = { base: asset, counter: asset, rate: 1 };
  return { displayRate: rate, exchangeRate: rate };
}

function money(currency: string, amount: string, actual: boolean) {
  return { currency, amount: exactNumber(amount), actual: actual ? exactNumber(amount) : 0 };
}

function transactionsOf(payout: PayoutFacts) {
  const { transfer, net, completed_at } = payout;
  if (!transfer) return [];
  return [
    {
      dateCreated: millis(transfer.seen_at),
      dateConfirmed: payout.status === 'completed' ? millis(completed_at) : null,
      hash: transfer.hash,
      amount: exactNumber(net),
      risk: 'UNKNOWN',
      networkFeeCurrency: null,
      networkFeeAmount: null,
      sources: null,
      ...ratesOf(payout),
    },
  ];
}

function dataOf(event: EventToSend) {
  const payout = payoutIn(event);
  const { asset, status, transfer } = payout;
  // As in Coindirect's samples, what is debited is actual once a transfer is under way; what is paid, once confirmed.
  const debited = status === 'processing' || status === 'completed';
  return {
    uuid: uuidOf(payout.id),
    merchantId: uuidOf(event.merchantId),
    dateCreated: millis(payout.created_at),
    expiryDate: millis(payout.expires_at),
    reference: payout.reference,
    type: 'OUT',
    status: coindirectStatus[status],
    displayCurrency: money(asset, payout.amount, debited),
    walletCurrency: money(asset, addDecimals(payout.net, payout.fee), debited),
    paidCurrency: money(asset, payout.net, status === 'completed'),
    feeCurrency: money(asset, payout.fee, debited),
    ...ratesOf(payout),
    address: { protocol: null, address: payout.recipient.address ?? transfer?.recipient ?? null, tag: null },
    redirectUrl: null,
    returnUrl: payout.return_url,
    transactions: transactionsOf(payout),
  };
}

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
    const body = JSON.stringify({ source: 'payment', event: 'statusChanged', data: dataOf(event), ...marks(event) });
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
