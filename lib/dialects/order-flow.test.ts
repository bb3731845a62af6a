import { expect, test } from 'vitest';
import type { payoutStatuses } from '@/db/vocabulary';
import { real, targets } from '@/lib/dialects/testing/signed';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import { orderFlow } from './order-flow';

const purchase = { purchaseRequestId: 'pr_1', sellerOfferId: 'of_1', buyerId: 'bu_1', sellerId: 'se_1' };
const dataOf = (status: (typeof payoutStatuses)[number], metadata: Record<string, string>) =>
  JSON.parse(orderFlow.render(real(sampleEvent({ status }), { metadata }), targets.order_flow).body).data;

test('a payment to a seller names its purchase, and is releasing from the moment it is asked for', () => {
  const metadata = { payoutType: 'seller-payment', ...purchase };
  expect(dataOf('pending', metadata)).toMatchObject({ ...purchase, status: 'pending', escrowState: 'releasing' });
  expect(dataOf('awaiting_approval', metadata)).toMatchObject({ escrowState: 'releasable' });
  expect(dataOf('completed', metadata)).toMatchObject({ status: 'completed', escrowState: 'released' });
});

test('metadata that only looks like a purchase names none', () => {
  const none = { purchaseRequestId: null, sellerOfferId: null, buyerId: null, sellerId: null };
  expect(dataOf('pending', purchase)).toMatchObject({ ...none, escrowState: 'releasable', metadata: purchase });
});
