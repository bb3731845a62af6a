import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { merchantLimits, payouts } from '@/db/schema';
import { testWorld } from '@/lib/payouts/testing/world';

const world = testWorld();
const count = () => world.database.db.$count(payouts, eq(payouts.merchantId, world.merchantId));

test('a limited merchant makes so many payouts a day and none above its limit, also at once, until it is lifted', async () => {
  const { db } = world.database;
  const limits = { merchantId: world.merchantId, payoutsPerDay: 3, coinsPerPayout: 50 };
  await db.insert(merchantLimits).values({ ...limits, createdAt: new Date() });
  await expect(world.newPayout({ amount: '50.01' })).rejects.toMatchObject({ code: 'merchant_limit' });
  expect(await count()).toBe(0);
  const asked = Array.from({ length: 6 }, () => world.newPayout({ amount: '50.00' }));
  const made = await Promise.allSettled(asked);
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(await count()).toBe(3);
  await db.delete(merchantLimits);
  await world.newPayout({ amount: '60.00' });
  expect(await count()).toBe(4);
});
