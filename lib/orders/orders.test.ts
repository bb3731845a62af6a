import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { deliverOrder } from './deliver';
import { fundOrder } from './fund';
import { refundOrder, releaseOrder } from './release';
import { resolveOrder } from './resolve';
import { disputeOrder, holdOrder, resumeOrder } from './stop';
import { orderWorld } from './testing/order-world';
import { viewOrder } from './view';

const world = testWorld();
const { newOrder, expectRightBooks, events } = orderWorld(world);
const seller = demoAccount('customer').address;

const tokenOf = (url: string | null | undefined) => url?.split('/p/')[1] ?? '';

async function paid(token: string, address = seller): Promise<void> {
  const { transfer } = await claimPayout(world.claimant(), token, { address });
  await world.send('other', transfer);
  await world.settle();
}

test('an order is funded, delivered, released to its seller’s address and ends with the payout that paid it', async () => {
  const made = await newOrder({ pay_in: undefined });
  expect(made).toMatchObject({ status: 'awaiting_funds', money: { funded: '0.00', held: '0.00' } });
  const funded = await fundOrder(world.merchant(), made.id, {});
  expect(funded).toMatchObject({
    status: 'funded',
    money: { funded: '100.00', held: '100.00' },
    auto_release_at: null,
  });
  const delivered = await deliverOrder(world.merchant(), made.id, { by: 'carrier' });
  expect(delivered).toMatchObject({ status: 'delivered', delivered_by: 'carrier' });
  const sent = await releaseOrder(world.merchant(), made.id, {});
  expect(sent).toMatchObject({
    status: 'releasing',
    auto_release_at: null,
    money: { held: '0.00', releasing: '100.00' },
  });
  await paid(tokenOf(sent.new_payouts[0]?.claim_url));
  const over = await viewOrder(world.merchant(), made.id);
  expect(over).toMatchObject({ status: 'released', money: { releasing: '0.00', released: '99.50', fees: '0.50' } });
  expect(over.payouts).toMatchObject([{ side: 'release', status: 'completed', amount: '100.00' }]);
  expect(await events(made.id)).toEqual(
    ['created', 'funded', 'delivered', 'releasing', 'released'].map((what) => `order.${what}`),
  );
  await expectRightBooks();
});

test('parts are payouts of their own, and the last one takes the remainder', async () => {
  const { id } = await newOrder();
  const dust = releaseOrder(world.merchant(), id, { amount: '99.50' });
  await expect(dust).rejects.toMatchObject({ code: 'amount_too_small' });
  const first = await releaseOrder(world.merchant(), id, { amount: '33.33' });
  await paid(tokenOf(first.new_payouts[0]?.claim_url));
  expect(await viewOrder(world.merchant(), id)).toMatchObject({
    status: 'partially_released',
    money: { held: '66.67' },
  });
  const beyond = releaseOrder(world.merchant(), id, { amount: '66.68' });
  await expect(beyond).rejects.toMatchObject({ code: 'order_short' });
  const last = await releaseOrder(world.merchant(), id, {});
  expect(last).toMatchObject({ money: { held: '0.00', releasing: '66.67' } });
  await expectRightBooks();
});

test('what comes back from a payout that was cancelled is held again, frozen, until it is sent again', async () => {
  const { id } = await newOrder();
  await deliverOrder(world.merchant(), id, {});
  await world.passTime(1_000);
  const sent = await releaseOrder(world.merchant(), id, {});
  await cancelPayout(world.merchant(), sent.new_payouts[0]?.id ?? '');
  const back = await viewOrder(world.merchant(), id);
  expect(back).toMatchObject({ status: 'delivered', money: { held: '100.00' }, auto_release_at: null });
  expect(back.frozen).toMatchObject({ for: ['not_sent'] });
  expect(back.frozen?.remaining_seconds).toBeLessThanOrEqual(14 * 86_400 - 1_000);
  expect((await events(id)).at(-1)).toBe('order.not_sent');
  expect(await refundOrder(world.merchant(), id, {})).toMatchObject({ status: 'refunding', frozen: null });
  await expectRightBooks();
});

test('a dispute stops the clock and ends in a release and a refund that are together what was held', async () => {
  const { id } = await newOrder();
  await deliverOrder(world.merchant(), id, {});
  const disputed = await disputeOrder(world.merchant(), id, { reason: 'Nothing has arrived' });
  expect(disputed).toMatchObject({ status: 'disputed', auto_release_at: null, frozen: { for: ['disputed'] } });
  const refused = releaseOrder(world.merchant(), id, {});
  await expect(refused).rejects.toMatchObject({ code: 'order_state' });
  const uneven = resolveOrder(world.merchant(), id, { release: '60.00', refund: '39.00' });
  await expect(uneven).rejects.toMatchObject({ code: 'order_short' });
  const resolved = await resolveOrder(world.merchant(), id, { release: '60.00', refund: '40.00' });
  expect(resolved).toMatchObject({
    status: 'releasing',
    money: { held: '0.00', releasing: '100.00', refunding: '40.00' },
  });
  expect(resolved.new_payouts.map(({ side }) => side)).toEqual(['release', 'refund']);
  await paid(tokenOf(resolved.new_payouts[0]?.claim_url));
  expect(await viewOrder(world.merchant(), id)).toMatchObject({ status: 'refunding', money: { released: '59.50' } });
  await cancelPayout(world.merchant(), resolved.new_payouts[1]?.id ?? '');
  const back = await viewOrder(world.merchant(), id);
  expect(back).toMatchObject({ status: 'partially_released', auto_release_at: null, money: { held: '40.00' } });
  await expectRightBooks();
});

test('time on hold is not counted, to the second', async () => {
  const { id } = await newOrder({ grace_days: 2 });
  await deliverOrder(world.merchant(), id, {});
  await world.passTime(3_600);
  const held = await holdOrder(world.merchant(), id, { reason: 'We look into it' });
  expect(held.frozen?.remaining_seconds).toBeGreaterThan(2 * 86_400 - 3_620);
  await world.passTime(7 * 86_400);
  const resumed = await resumeOrder(world.merchant(), id);
  const left = (Date.parse(resumed.auto_release_at ?? '') - Date.parse(resumed.updated_at)) / 1000;
  expect(Math.ceil(left)).toBe(held.frozen?.remaining_seconds);
});
