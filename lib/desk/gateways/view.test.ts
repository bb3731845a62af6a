import { beforeAll, beforeEach, expect, test } from 'vitest';
import { gateways } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { testWorld } from '@/lib/payouts/testing/world';
import { viewDeskGateways } from './view';

const world = testWorld();
const gateway = testGateway(world);
const recipient = { type: 'wallet', address: demoAccount('customer').address };
const see = async () => {
  const { data } = await viewDeskGateways(world.member('viewer'));
  return data[0]?.coverage[0];
};

beforeAll(async () => {
  expect((await viewDeskGateways(world.member('viewer'))).offered).toMatchObject([{ chain: 'local', asset: 'USDT' }]);
  await gateway.setUp();
});
beforeEach(() => gateway.setCoins('1'));

test('an asset that a gateway pays is not offered again, and what waits is held against its hot wallet', async () => {
  await world.newPayout({ rail: 'shkeeper', recipient, amount: '40.00' });
  await world.newPayout({ rail: 'shkeeper', recipient, amount: '60.00' });
  await world.newPayout({ amount: '25.00' });
  expect((await viewDeskGateways(world.member('viewer'))).offered).toEqual([]);
  expect(await see()).toMatchObject({
    ...{ state: 'enough', held: '10000.00', coins: '1.00', waiting: 2, promised: '100.00' },
    payouts_with_coins: expect.toSatisfy((count: number) => count > 2),
  });
});

test('too few coins for what waits are told as such', async () => {
  await gateway.setCoins('0');
  expect(await see()).toMatchObject({ state: 'short_of_coins', payouts_with_coins: 0, coins: '0.00' });
});

test('a server that does not answer is neither enough nor short', async () => {
  const now = new Date();
  const { db } = world.database;
  await db.update(gateways).set({ fault: 'unreachable', faultWords: 'No answer.', faultSince: now });
  expect(await see()).toMatchObject({ state: 'unknown', held: '10000.00' });
  await db.update(gateways).set({ fault: null, faultWords: null, faultSince: null });
  expect(await see()).toMatchObject({ state: 'enough' });
});

test('more waiting than the hot wallet holds is short', async () => {
  for (const _ of Array(3)) await world.newPayout({ rail: 'shkeeper', recipient, amount: '5000.00' });
  expect(await see()).toMatchObject({ state: 'short_of_asset', waiting: 5, promised: '15100.00' });
});

test('another merchant sees none of it', async () => {
  const stranger = { ...world.member('owner').actor, merchantId: 'mer_06e2m5k3v7q8w9x0y1z2a3b4c4' };
  const { data } = await viewDeskGateways({ ...world.member('owner'), actor: stranger });
  expect(data).toEqual([]);
});
