import { expect, test } from 'vitest';
import { beginClosing } from '@/lib/merchants/closing';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import { fundOrder } from '@/lib/orders/fund';
import { refundOrder } from '@/lib/orders/release';
import { testWorld } from '@/lib/payouts/testing/world';
import { stop } from '@/lib/stops/stop';
import { releaseDue } from './release-due';
import { clockWorld } from './testing/clock-world';

const world = testWorld();
const { delivered, newOrder, seen, expectRightBooks } = clockWorld(world);

test('what the orders of a merchant hold that is being closed goes to seller or buyer; it makes and funds no others', async () => {
  const due = await Promise.all([delivered(), delivered()]);
  const [held, unfunded] = [await newOrder(), await newOrder({ pay_in: undefined })];
  const now = new Date();
  await world.database.db.transaction((tx) => beginClosing(tx, world.merchantId, { now, cancels: false }));
  const closing = { code: 'merchant_suspended' };
  await expect(newOrder()).rejects.toMatchObject(closing);
  await expect(fundOrder(world.merchant(), unfunded.id, {})).rejects.toMatchObject(closing);
  await expect(world.newPayout()).rejects.toMatchObject(closing);
  expect((await refundOrder(world.merchant(), held.id, {})).new_payouts).toHaveLength(1);
  await world.passTime(15 * 86_400);
  await releaseDue(world.system());
  const states = await Promise.all(due.map(({ id }) => seen(id)));
  expect(states.map(({ status }) => status)).toEqual(['releasing', 'releasing']);
  await expectRightBooks();
});

test('a merchant that is suspended as well as being closed makes no order either', async () => {
  const { db } = world.database;
  await db.transaction((tx) => beginClosing(tx, world.merchantId, { now: new Date(), cancels: false }));
  const suspending = {
    scope: 'merchant',
    merchant_id: world.merchantId,
    suspends: true,
    reason: 'Looked into',
  } as const;
  await stop(operatorContext(db, await addOperator(db)), suspending);
  await expect(newOrder()).rejects.toMatchObject({ code: 'merchant_suspended' });
});
