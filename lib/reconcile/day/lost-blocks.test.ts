import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { loseBlocks } from '@/lib/payouts/testing/lose-blocks';
import { testWorld } from '@/lib/payouts/testing/world';
import { resolveDifference } from '@/lib/reconcile/review/resolve';
import { testDesk } from '@/lib/reconcile/testing/desk';

const world = testWorld();
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());
const body = { as: 'account' as const, account: 'external' as const, note: 'A refund outside the portal.' };
const linesOf = (hash: string) =>
  world.database.sql`select id, status from differences where hash = ${hash} order by key`;

test('an outflow that was settled, lost and found again is asked about again, and is resolved once more', async () => {
  await desk.mint('admin');
  const hash = await desk.pay('vault', stranger(), 17n * usdt);
  await desk.reconcile();
  await resolveDifference(desk.member(), (await desk.line(hash)).id, body);
  const find = await loseBlocks(world);
  await find();
  expect(await desk.reconcile()).toMatchObject({ status: 'differences' });
  expect(await desk.unresolved()).toEqual(['unexplained 17.00']);
  expect(await desk.account('suspense')).toBe(17n * usdt);
  const lines = await linesOf(hash);
  expect(lines.map(({ status }) => status)).toEqual(['resolved', 'open']);
  await resolveDifference(desk.member(), lines[1]?.id, body);
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
  expect(await desk.account('suspense')).toBe(0n);
});

test('a move from the vault to a wallet of the merchant that is lost and found again still explains itself', async () => {
  await desk.declare('customer');
  const own = await desk.account('own_wallets');
  const hash = await desk.pay('vault', desk.address('customer'), 19n * usdt);
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
  const find = await loseBlocks(world);
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
  expect(await desk.account('own_wallets')).toBe(own);
  await find();
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
  expect((await desk.account('own_wallets')) - own).toBe(19n * usdt);
  expect(await desk.account('suspense')).toBe(0n);
  expect(await linesOf(hash)).toEqual([]);
});
