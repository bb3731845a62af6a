import { expect, test } from 'vitest';
import type { OrderEventType } from '@/db/vocabulary/events';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import { real, targets } from '@/lib/dialects/testing/signed';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import { orderFlow } from './order-flow';

const purchase = { purchaseRequestId: 'pr_1', sellerOfferId: 'of_1', buyerId: 'bu_1', sellerId: 'se_1' };
const dataOf = (status: PayoutStatus, metadata: Record<string, string>) =>
  JSON.parse(orderFlow.render(real(sampleEvent({ status }), { metadata }), targets.order_flow).body).data;

test('a payment to a seller names its purchase, and is releasing from the moment it is asked for', () => {
  const metadata = { payoutType: 'seller-payment', ...purchase };
  expect(dataOf('pending', metadata)).toMatchObject({ ...purchase, status: 'pending', escrowState: 'releasing' });
  expect(dataOf('awaiting_approval', metadata)).toMatchObject({ escrowState: 'releasable' });
  expect(dataOf('completed', metadata)).toMatchObject({ status: 'completed', escrowState: 'released' });
});

test('what goes back to the buyer of an order is never told as released', () => {
  const metadata = { order_id: 'or_1', order_reference: 'pr_1', order_side: 'refund' };
  expect(dataOf('pending', metadata)).toMatchObject({ status: 'pending', escrowState: 'releasing' });
  expect(dataOf('completed', metadata)).toMatchObject({ status: 'completed', escrowState: 'refunded' });
});

test('metadata that only looks like a purchase names none', () => {
  const none = { purchaseRequestId: null, sellerOfferId: null, buyerId: null, sellerId: null };
  expect(dataOf('pending', purchase)).toMatchObject({ ...none, escrowState: 'releasable', metadata: purchase });
});

test('an order is told as a change of its purchase, with the state of the buyer’s money', () => {
  const said = (event: OrderEventType) => JSON.parse(orderFlow.render(sampleEvent({ event }), targets.order_flow).body);
  expect(said('order.released')).toMatchObject({
    event: 'purchase-request-update',
    type: 'status-changed',
    data: { purchaseRequestId: 'purchase-77', status: 'seller_paid', escrowState: 'released', released: '119.50' },
  });
  expect(said('order.delivered').data).toMatchObject({ status: 'delivered', escrowState: 'releasable' });
  expect(said('order.disputed').data).toMatchObject({ status: 'disputed', escrowState: 'funded', held: '120.00' });
});

test('what is told of an order is read back as nothing to look at', () => {
  const { body } = orderFlow.render(sampleEvent({ event: 'order.released' }), targets.order_flow);
  const message = { method: 'POST' as const, url: targets.order_flow, headers: {}, body };
  expect(orderFlow.parse(message)).toMatchObject({ type: 'purchase-request-update', payoutId: null, reference: null });
});
