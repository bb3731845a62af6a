import { expect, test } from 'vitest';
import { viewOverview } from '@/lib/desk/overview/overview';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';

const world = testWorld();
const inTrouble = async () => (await viewOverview(world.member('owner'))).needs.vaults;

test('a vault is in trouble while it cannot pay what it owes, and in none once it owes nothing', async () => {
  await world.drainVault();
  await world.watchVaults();
  expect(await inTrouble()).toBe(0);
  const payout = await world.newPayout();
  await world.watchVaults();
  expect(await inTrouble()).toBe(1);
  await cancelPayout(world.merchant(), payout.id);
  await world.watchVaults();
  expect(await inTrouble()).toBe(0);
});
