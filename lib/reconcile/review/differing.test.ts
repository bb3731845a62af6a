import { encodeFunctionData } from 'viem';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { checkLedger } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { viewReceipt } from '@/lib/payouts/receipts/view-receipt';
import { eventsOf } from '@/lib/payouts/testing/events';
import { loseBlocks } from '@/lib/payouts/testing/lose-blocks';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { differenceQuery } from '@/lib/reconcile/core/schema';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { resolveDifference } from './resolve';
import { listDifferences } from './view';

const world = testWorld();
const desk = testDesk(world);
const customer = demoAccount('customer').address;

async function feeOf(points: bigint) {
  const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'setParams', args: [points, 1n] });
  await world.send('faucet', { to: testUsdtAddress, data });
  await world.mine();
}

/** A claim that was handed out before the token began to keep a part of each transfer, and sent after. */
async function paidShort() {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer });
  await feeOf(10n);
  await world.send('customer', transfer);
  await world.settle();
  await feeOf(0n);
  await world.settle();
  return payout;
}

const openLines = async () => (await listDifferences(desk.member('viewer'), differenceQuery.parse({}))).data;

async function lineOf(payoutId: string) {
  await desk.reconcile();
  const lines = await openLines();
  return (
    lines.find(({ kind, payout }) => kind === 'transfer_differs' && payout?.id === payoutId) ?? expect.unreachable()
  );
}

test('a claim that paid less than agreed is known to have done so, and says what arrived', async () => {
  const payout = await paidShort();
  const because =
    'Not as agreed: the recipient got 24.4755 USDT of 24.50 USDT, the fee came to 0.4995 USDT of 0.50 USDT.';
  expect(await view(world, payout.id)).toMatchObject({
    ...{ status: 'processing', transfer: { status: 'differs', failure_reason: because } },
  });
  expect(await lineOf(payout.id)).toMatchObject({ detail: because, ways: ['accepted', 'refused'] });
});

test('taken for paid by a person it is completed once, and the books hold what the chain holds', async () => {
  const payout = await paidShort();
  const line = await lineOf(payout.id);
  await resolveDifference(desk.member(), line.id, { as: 'accepted', note: 'USDT kept 0.025; the customer agrees.' });
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { status: 'confirmed' } });
  const again = resolveDifference(desk.member(), line.id, { as: 'accepted', note: 'Once more.' });
  await expect(again).rejects.toMatchObject({ code: 'difference_state' });
  await expect(viewReceipt(world.merchant(), payout.id)).rejects.toMatchObject({ code: 'no_receipt' });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  await desk.reconcile();
  expect((await openLines()).filter((one) => one.payout?.id === payout.id)).toEqual([]);
  expect((await desk.account('available')) + (await desk.account('committed'))).toBe((await world.vaultBalance()) - 0n);
  await rollUpBalances(world.system());
  expect(await checkLedger(world.system())).toMatchObject({ faults: [] });
});

test('not counted by a person it has failed, its money is free again, and the vault never pays it a second time', async () => {
  const payout = await paidShort();
  const line = await lineOf(payout.id);
  const before = await desk.account('committed');
  await resolveDifference(desk.member(), line.id, { as: 'refused', note: 'We pay the customer by another way.' });
  expect(await view(world, payout.id)).toMatchObject({ status: 'failed', transfer: { status: 'differs' } });
  expect(before - (await desk.account('committed'))).toBe(25_000_000n);
  const claim = claimPayout(world.claimant(), payout.token, { address: customer });
  await expect(claim).rejects.toMatchObject({ code: 'payout_state' });
  await desk.reconcile();
  expect(await view(world, payout.id)).toMatchObject({ status: 'failed' });
});

test('not counted by a person it can be cancelled at once, as nothing can be paid any more', async () => {
  const payout = await paidShort();
  const line = await lineOf(payout.id);
  await resolveDifference(desk.member(), line.id, { as: 'refused', note: 'We pay the customer by another way.' });
  await world.passTime(500);
  await world.settle();
  await cancelPayout(world.merchant(), payout.id);
  await lapsePayouts(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'cancelled', transfer: { status: 'differs' } });
  await desk.reconcile();
  expect(await view(world, payout.id)).toMatchObject({ status: 'cancelled' });
});

test('a claim that differs and is lost with its final block is on its way again, and is paid where it is found as agreed', async () => {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer });
  await feeOf(10n);
  await world.send('customer', transfer);
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { status: 'differs' } });
  await loseBlocks(world, 6);
  await world.send('customer', transfer);
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { status: 'confirmed' } });
});
