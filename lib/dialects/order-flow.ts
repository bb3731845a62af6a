import { z } from 'zod';
import type { OrderStatus } from '@/db/vocabulary/orders';
import { escrowStateOf, orderAnswer } from '@/lib/wire/order';
import { inFlowWords, purchaseOf } from '@/lib/wire/order-flow';
import type { DialectRules, EventToSend } from './dialect';
import { aside, decimal, evmHash, maybe, namesOf, readBody, word } from './message';
import { marks, payoutIn } from './payout-in';
import { isSuccess } from './proof';
import { shkeeperProof } from './shkeeper-proof';

/**
 * What the backend of an order flow tells its own pages, told to it: `payment-status` of a payout, and
 * `purchase-request-update` of an order. Signed as SHKeeper signs.
 */

const paymentStatus = 'payment-status';
const purchaseUpdate = 'purchase-request-update';

/** Our word for how an order stands, but where the flow has one of its own. */
const purchaseWords: Partial<Record<OrderStatus, string>> = { released: 'seller_paid' };

/** Looser than the API's answer, so that events of any age can still be told. */
const orderFacts = orderAnswer.pick({
  ...{ id: true, status: true, reference: true, asset: true, amount: true, money: true, updated_at: true },
});
const sides = z.object({ buyer: z.object({ id: z.string() }), seller: z.object({ id: z.string() }) });

function purchaseOfOrder(event: EventToSend) {
  const { status, ...order } = orderFacts.parse(event.data);
  const { buyer, seller } = sides.parse(event.data);
  return {
    purchaseRequestId: order.reference,
    orderId: order.id,
    status: purchaseWords[status] ?? status,
    escrowState: escrowStateOf[status],
    ...{ buyerId: buyer.id, sellerId: seller.id, amount: order.amount, currency: order.asset },
    ...{ held: order.money.held, released: order.money.released, refunded: order.money.refunded },
    updatedAt: order.updated_at,
  };
}

function saidOf(event: EventToSend) {
  if (event.subject.kind === 'order') {
    return { event: purchaseUpdate, type: 'status-changed', data: purchaseOfOrder(event) };
  }
  return { event: paymentStatus, data: paymentOf(event) };
}

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
  subjects: ['payout', 'order'],
  defaultEvents: [
    ...(['payout.created', 'payout.processing', 'payout.completed'] as const),
    ...(['payout.failed', 'payout.cancelled', 'payout.expired'] as const),
    ...(['order.funded', 'order.delivered', 'order.releasing', 'order.partially_released', 'order.released'] as const),
    ...(['order.on_hold', 'order.resumed', 'order.disputed', 'order.refunding', 'order.refunded'] as const),
    ...(['order.cancelled', 'order.not_sent'] as const),
  ],

  render(event, target) {
    const body = JSON.stringify({ ...saidOf(event), ...marks(event) });
    return { method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body };
  },

  accepts: isSuccess,

  parse({ body }) {
    const said = readBody(message, body);
    if (!said) return null;
    const { event, data, version } = said;
    const { paymentId: id, status = null, reference, amount, blockchain } = data;
    const hash = blockchain?.transactionHash ?? null;
    // Readable, and nothing that a look at the chain could tell more of.
    if (event === purchaseUpdate) return aside(event, status, body);
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
