import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { merchants, vaultChecks, vaults } from '@/db/schema';
import { viewOverview } from '@/lib/desk/overview/overview';
import { newId } from '@/lib/kernel/ids';
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

test('a vault that lost its address to another merchant is neither looked at nor in trouble, however much it owes', async () => {
  const { db } = world.database;
  await world.newPayout();
  await world.watchVaults();
  expect(await inTrouble()).toBe(1);
  await db.update(vaults).set({ placed: true }).where(eq(vaults.id, world.vaultId));
  await world.watchVaults();
  expect(await inTrouble()).toBe(1);
  const checks = () => db.select().from(vaultChecks).where(eq(vaultChecks.vaultId, world.vaultId));
  const before = await checks();
  const [merchantId, vaultId] = [newId('merchant'), newId('vault')];
  await db.insert(merchants).values({ id: merchantId, name: 'Who proved it' });
  await db.execute(sql`
    insert into vaults (id, merchant_id, chain, address, signer_address, signer_key, fee_collector, namespace)
    select ${vaultId}, ${merchantId}, chain, address, signer_address, signer_key, fee_collector, 2
    from vaults where id = ${world.vaultId}`);
  await world.watchVaults();
  expect(await inTrouble()).toBe(0);
  expect(await checks()).toEqual(before);
});
