import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { merchantLimits } from '@/db/schema';
import { testWorld } from '@/lib/payouts/testing/world';
import { releaseDue } from './release-due';
import { clockWorld } from './testing/clock-world';

const world = testWorld();
const { delivered, newOrder, seen, expectRightBooks } = clockWorld(world);
const day = 86_400;

test('orders beyond what a new merchant pays in a day stay due, and are released on the days after it', async () => {
  const { db } = world.database;
  const { merchantId } = world;
  const made = await Promise.all([1, 2, 3].map(() => delivered()));
  const states = async () => {
    const orders = await Promise.all(made.map(({ id }) => seen(id)));
    return orders.map(({ status, frozen }) => `${status} ${frozen?.for ?? ''}`.trim()).toSorted();
  };
  await db.insert(merchantLimits).values({ merchantId, payoutsPerDay: 2, coinsPerPayout: 500, createdAt: new Date() });
  await world.passTime(15 * day);
  await releaseDue(world.system());
  expect(await states()).toEqual(['delivered', 'releasing', 'releasing']);
  await world.passTime(day);
  await releaseDue(world.system());
  expect(await states()).toEqual(['releasing', 'releasing', 'releasing']);
  await db.delete(merchantLimits).where(eq(merchantLimits.merchantId, merchantId));
  await expectRightBooks();
});

test('a new merchant takes no order whose money it could neither release nor give back as one payout', async () => {
  const { db } = world.database;
  const { merchantId } = world;
  await db.insert(merchantLimits).values({ merchantId, payoutsPerDay: 9, coinsPerPayout: 50, createdAt: new Date() });
  await expect(newOrder({ amount: '50.01' })).rejects.toMatchObject({ code: 'merchant_limit' });
  await newOrder({ amount: '50.00' });
  await db.delete(merchantLimits).where(eq(merchantLimits.merchantId, merchantId));
});
