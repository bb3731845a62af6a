import { encodeFunctionData } from 'viem';
import { expect, test } from 'vitest';
import { messages } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { eventsOf } from '@/lib/payouts/testing/events';
import { gateway } from '@/lib/payouts/testing/gateway';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { makeMerchant } from '@/lib/webhooks/testing/fixtures';

const world = testWorld();
const { claimed, hear, look, outcomes, stateOf } = gateway(world);
const customer = demoAccount('customer').address;

test('a message with the hash of a claim that was sent shows the payout on its way, and the chain alone completes it', async () => {
  const { payout, transfer } = await claimed();
  const hash = await world.send('customer', transfer);
  await hear({ payout_id: payout.id, hash });
  expect((await view(world, payout.id)).status).toBe('pending');
  await look();
  expect(await outcomes()).toEqual(['followed']);
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { status: 'submitted', hash } });
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { status: 'confirmed', hash } });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
});

test("a message may name the payout by the merchant's reference, and come after the claim is in a block", async () => {
  const { payout, transfer } = await claimed();
  const hash = await world.send('customer', transfer);
  await world.mine();
  await hear({ reference: payout.reference, hash: hash.toUpperCase().replace('0X', '0x') });
  await look();
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { hash } });
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a message without a hash moves nothing, with any other content', async () => {
  const { payout } = await claimed();
  const before = await stateOf(payout.id);
  for (const status of ['completed', 'failed', 'pending'])
    await hear({ payout_id: payout.id, status, amount: '25.00' });
  await look();
  expect(await outcomes()).toEqual(['looked', 'looked', 'looked']);
  expect(await stateOf(payout.id)).toEqual(before);
});

async function lies(): Promise<Record<string, string>> {
  const other = await claimed();
  const otherClaim = await world.send('customer', other.transfer);
  const pay = (to: `0x${string}`, amount: bigint) =>
    encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args: [to, amount] });
  const send = (to: `0x${string}`, amount: bigint) =>
    world.send('admin', { to: testUsdtAddress, data: pay(to, amount) });
  const found = {
    'a claim of another payout': otherClaim,
    'the right amount to another address': await send(demoAccount('other').address, 24_500_000n),
    'another amount to the right one': await send(customer, 1n),
    'the right amount to the right one, but not from the vault': await send(customer, 24_500_000n),
    'coins instead of tokens': await world.send('admin', { to: customer, data: '0x' }),
  };
  await world.mine();
  return found;
}

test('a message that lies about a transfer changes nothing', async () => {
  const hashes = await lies();
  await world.settle();
  const { payout } = await claimed();
  const before = await stateOf(payout.id);
  for (const hash of Object.values(hashes)) await hear({ payout_id: payout.id, amount: '25.00', hash });
  await look();
  expect(await outcomes()).toEqual(Object.values(hashes).map(() => 'looked'));
  expect(await stateOf(payout.id)).toEqual(before);
  await world.settle();
  expect(await stateOf(payout.id)).toEqual(before);
  expect(before.payout).toMatchObject({ status: 'pending', transfer: null });
});

test('a message names only payouts of its own merchant', async () => {
  const { payout, transfer } = await claimed();
  const hash = await world.send('customer', transfer);
  const stranger = await makeMerchant(world.database.db);
  const before = await stateOf(payout.id);
  await hear({ payout_id: payout.id, hash }, stranger);
  await hear({ reference: payout.reference, hash }, stranger);
  await look();
  expect(await outcomes()).toEqual(['nothing_of_ours', 'nothing_of_ours']);
  expect(await stateOf(payout.id)).toEqual(before);
  await world.settle();
});

test('our id counts before the reference', async () => {
  const one = await claimed();
  const two = await claimed();
  const hash = await world.send('customer', one.transfer);
  await hear({ payout_id: one.payout.id, reference: two.payout.reference, hash });
  await look();
  expect((await view(world, one.payout.id)).status).toBe('processing');
  expect((await view(world, two.payout.id)).status).toBe('pending');
  await world.settle();
});

test('what cannot be read any more is marked and not tried again', async () => {
  await hear({ payout_id: 'theirs' });
  await world.database.db.update(messages).set({ body: Buffer.from([0xff]) });
  await look();
  expect(await outcomes()).toEqual(['nothing_of_ours']);
});

test('a message about a payout that is completed cannot take it back', async () => {
  const { payout, transfer } = await claimed();
  const hash = await world.send('customer', transfer);
  await world.settle();
  const before = await stateOf(payout.id);
  await hear({ payout_id: payout.id, status: 'failed', hash });
  await look();
  expect(await outcomes()).toEqual(['looked']);
  expect(await stateOf(payout.id)).toEqual(before);
});
