import { z } from 'zod';
import { inFlowWords, purchaseOf } from '@/lib/wire/order-flow';
import type { DialectRules, EventToSend } from './dialect';
import { decimal, evmHash, maybe, namesOf, readBody, word } from './message';
import { marks, payoutIn } from './payout-in';
import { isSuccess } from './proof';
import { shkeeperProof } from './shkeeper-proof';

/** What the backend of an order flow tells its own pages, told to it: `payment-status`. Signed as SHKeeper signs. */

const paymentStatus = 'payment-status';

function paymentOf(event: EventToSend) {
  const payout = payoutIn(event);
  const [status, escrowState] = inFlowWords(payout);
  const { metadata, transfer, recipient } = payout;
  return {
    paymentId: payout.id,
    direction: 'out',
    status,
    escrowState,
    amount: payout.net,
    amountAsked: payout.amount,
    currency: payout.asset,
    reference: payout.reference,
    ...purchaseOf(metadata),
    metadata,
    blockchain: { transactionHash: transfer?.hash ?? null, receiver: recipient.address ?? transfer?.recipient ?? null },
    createdAt: payout.created_at,
    completedAt: payout.completed_at,
  };
}

const message = z.object({
  event: word,
  data: z.object({
    paymentId: maybe,
    status: word.nullish().catch(null),
    reference: maybe,
    amount: decimal,
    blockchain: z.object({ transactionHash: evmHash }).nullish().catch(null),
  }),
  version: maybe,
});

export const orderFlow: DialectRules = {
  ...shkeeperProof,
  subjects: ['payout'],
  defaultEvents: [
    ...(['payout.created', 'payout.processing', 'payout.completed'] as const),
    ...(['payout.failed', 'payout.cancelled', 'payout.expired'] as const),
  ],

  render(event, target) {
    const body = JSON.stringify({ event: paymentStatus, data: paymentOf(event), ...marks(event) });
    return { method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body };
  },

  accepts: isSuccess,

  parse({ body }) {
    const said = readBody(message, body);
    if (!said) return null;
    const { event, data, version } = said;
    const { paymentId: id, status = null, reference, amount, blockchain } = data;
    const hash = blockchain?.transactionHash ?? null;
    if (event !== paymentStatus || id === null || status === null) return null;
    return {
      key: [id, status, hash, version].filter((part) => part !== null).join(':'),
      type: event,
      status,
      ...namesOf(id, reference),
      hash,
      amount,
    };
  },
};
