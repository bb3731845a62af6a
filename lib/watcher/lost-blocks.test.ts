import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { testDesk } from '@/lib/payouts/testing/desk';
import { loseBlocks } from '@/lib/payouts/testing/lose-blocks';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { listeners } from '@/lib/watched/listeners';
import { watchChain } from './watch';

const world = testWorld();
const desk = testDesk(world);
const usdt = 1_000_000n;
const vault = demoAccount('vault').address;
const stranger = () => privateKeyToAddress(generatePrivateKey());

const booked = async () => (await desk.balance('available')) + (await desk.balance('committed'));
const expectEqual = async () => expect(await booked()).toBe(await world.vaultBalance());

/** The newest final blocks are read as final once more, by two workers at once. */
async function readAgain() {
  await world.database.sql`update chain_cursors set final_number = final_number - 8`;
  await Promise.allSettled([1, 2].map(() => watchChain(world.system(), 'local', listeners)));
  await world.settle();
}

/** Holds after each loss and each finding, the second time as the first. */
async function expectLostAndFound(account: 'available' | 'suspense' | 'own_wallets', amount: bigint) {
  const after = await desk.balance(account);
  for (const depth of [6, 14]) {
    const find = await loseBlocks(world, depth);
    expect(after - (await desk.balance(account))).toBe(amount);
    await expectEqual();
    await find();
    await readAgain();
    expect(await desk.balance(account)).toBe(after);
    await expectEqual();
  }
}

test('a deposit that is lost with its final block is reversed, and booked once more each time the block is found again', async () => {
  await world.send('admin', desk.transfer(vault, 70n * usdt));
  await world.settle();
  await expectEqual();
  await expectLostAndFound('available', 70n * usdt);
});

test('what left the vault unexplained and is lost is back in the vault, and in suspense once more when it is found', async () => {
  await world.send('vault', desk.transfer(stranger(), 13n * usdt));
  await world.settle();
  await expectLostAndFound('suspense', 13n * usdt);
});

test('a payment by hand from the vault that is lost and found in the same block is drawn from the vault once', async () => {
  const payout = await desk.owed({ amount: '24.00', recipient: { type: 'wallet', address: stranger() } });
  const signing = await desk.prepareOne([payout.id], { sender: vault });
  await desk.sign(signing.calls, 'vault');
  await world.settle();
  const [before, paid] = [await booked(), await desk.balance('paid')];
  for (const depth of [6, 14]) {
    const find = await loseBlocks(world, depth);
    expect((await view(world, payout.id)).status).toBe('processing');
    expect((await booked()) - before).toBe(24n * usdt);
    await expectEqual();
    await find();
    await readAgain();
    expect((await view(world, payout.id)).status).toBe('completed');
    expect([await booked(), await desk.balance('paid')]).toEqual([before, paid]);
    await expectEqual();
  }
});

test('a deposit and an outflow that are mined again in other blocks are booked from there, once', async () => {
  const before = await booked();
  const send = async () => {
    await world.send('admin', desk.transfer(vault, 5n * usdt));
    await world.send('vault', desk.transfer(stranger(), 2n * usdt));
    await world.settle();
  };
  await send();
  await loseBlocks(world);
  expect(await booked()).toBe(before);
  await send();
  await readAgain();
  expect((await booked()) - before).toBe(3n * usdt);
  await expectEqual();
});
