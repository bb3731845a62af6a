import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { testWorld } from '@/lib/payouts/testing/world';
import { sumPaid } from './store';

const world = testWorld();

test('a usual day counts what claims took from the vault in its time, fees included, and nothing that was paid by hand', async () => {
  const { db, sql } = world.database;
  const monthAgo = new Date(Date.now() - 30 * 86_400_000);
  const total = async () =>
    (await sumPaid(db, world.merchantId, monthAgo, new Date())).reduce((sum, paid) => sum + paid.total, 0n);
  const paidAt = async (rail: object, at: Date) => {
    const { id } = await world.newPayout({ amount: '40.00', ...rail });
    await sql`update payouts set status = 'completed', completed_at = ${at.toISOString()} where id = ${id}`;
  };
  await paidAt({}, new Date());
  await paidAt({}, new Date(monthAgo.getTime() - 60_000));
  const address = demoAccount('customer').address;
  await paidAt({ rail: 'wallet', recipient: { type: 'wallet', address } }, new Date());
  expect(await total()).toBe(40_000_000n);
});
