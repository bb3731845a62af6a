import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { approvePayout } from '@/lib/payouts/approvals/approve';
import { testWorld } from '@/lib/payouts/testing/world';
import { viewApprovals } from './view';

const world = testWorld();
const rule = { chain: 'local', asset: 'USDT', one_from: '100.00', two_from: '500.00', new_destination: true } as const;
const customer = { type: 'wallet', address: demoAccount('customer').address } as const;
const approver = (userId = 'us_ann') => world.member('approver', userId);

beforeAll(async () => {
  await saveApprovalRule(world.member('owner'), rule);
});

async function lineOf(id: string, who = approver()) {
  const line = (await viewApprovals(who)).find(({ payout }) => payout.id === id);
  return line ?? expect.unreachable();
}

test('each line says which part of the rule asks', async () => {
  const one = await world.newPayout({ amount: '100.00' });
  const two = await world.newPayout({ amount: '500.00' });
  const fresh = await world.newPayout({ amount: '10.00', recipient: customer });
  expect(await lineOf(one.id)).toMatchObject({ because: 'one_from', from_amount: '100.00' });
  expect(await lineOf(two.id)).toMatchObject({ because: 'two_from', from_amount: '500.00' });
  expect(await lineOf(fresh.id)).toMatchObject({ because: 'new_destination', from_amount: null, paid_before: false });
});

test('a rule that has changed since is not named as the reason', async () => {
  const payout = await world.newPayout({ amount: '500.00' });
  await saveApprovalRule(world.member('owner'), { ...rule, two_from: '5000.00' });
  expect(await lineOf(payout.id)).toMatchObject({ because: 'earlier_rule', from_amount: null });
  await saveApprovalRule(world.member('owner'), rule);
});

test('it asks those who may and did not yet, and nobody twice', async () => {
  const payout = await world.newPayout({ amount: '500.00' });
  const { approval } = await lineOf(payout.id);
  await approvePayout(approver(), payout.id, { digest: approval.digest });
  expect(await lineOf(payout.id)).toMatchObject({ stands: 'given_by_you', given_by: [{ id: 'us_ann' }] });
  expect((await lineOf(payout.id, approver('us_bob'))).stands).toBe('asks_you');
  expect((await lineOf(payout.id, world.member('payer'))).stands).toBe('asks_others');
});
