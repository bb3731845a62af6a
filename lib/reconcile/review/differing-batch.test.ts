import { decodeFunctionData, encodeFunctionData } from 'viem';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { differenceQuery } from '@/lib/reconcile/core/schema';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { resolveDifference } from './resolve';
import { listDifferences } from './view';

const world = testWorld();
const desk = testDesk(world);

async function feeOf(points: bigint) {
  const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'setParams', args: [points, 1n] });
  await world.send('faucet', { to: testUsdtAddress, data });
  await world.mine();
}

/** Claims that one relayed transfer carries, after the token began to keep a part. */
async function paidShortTogether(amounts: string[]) {
  const payouts = [];
  for (const amount of amounts) {
    const { id, token } = await world.newPayout({ amount });
    const { transfer } = await claimPayout(world.claimant(), token, { address: demoAccount('customer').address });
    const call = decodeFunctionData({ abi: drawbridgeAbi, data: `0x${transfer.data.slice(2)}` });
    payouts.push({ id, call: call.functionName === 'claim' ? call.args : expect.unreachable() });
  }
  const args = [payouts.map(({ call }) => call[0]), payouts.map(({ call }) => call[1]), 200_000n] as const;
  await feeOf(10n);
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claimBatch', args });
  await world.send('customer', { to: drawbridgeAddress, data }, { gas: 1_500_000n });
  await world.settle();
  await feeOf(0n);
  await world.settle();
  return payouts.map(({ id }) => id);
}

const openLines = async () => (await listDifferences(desk.member('viewer'), differenceQuery.parse({}))).data;

async function accept(payoutId: string) {
  const lines = await openLines();
  const line = lines.find(({ kind, payout }) => kind === 'transfer_differs' && payout?.id === payoutId);
  await resolveDifference(desk.member(), line?.id ?? expect.unreachable(), {
    as: 'accepted',
    note: 'The customer agrees.',
  });
}

test('claims that one transfer carried and that all differ are each decided by what they themselves moved', async () => {
  await world.settle();
  const [first = '', second = '', third = ''] = await paidShortTogether(['25.00', '30.00', '35.00']);
  await desk.reconcile();
  await accept(second);
  await desk.reconcile();
  expect(await view(world, second)).toMatchObject({ status: 'completed' });
  expect(await desk.account('suspense')).toBe(60_000_000n);
  await accept(third);
  await accept(first);
  await desk.reconcile();
  expect(await openLines()).toEqual([]);
  expect(await desk.account('suspense')).toBe(0n);
  expect((await desk.account('available')) + (await desk.account('committed'))).toBe(await world.vaultBalance());
});
