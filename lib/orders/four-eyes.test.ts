import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { claimPayout } from '@/lib/claims/claim';
import { approvePayout } from '@/lib/payouts/approvals/approve';
import { findApprovalState } from '@/lib/payouts/approvals/list-approvals';
import { testWorld } from '@/lib/payouts/testing/world';
import { changeSeller } from './clock/change-seller';
import { releaseDue } from './clock/release-due';
import { deliverOrder } from './deliver';
import { releaseOrder } from './release';
import { orderWorld } from './testing/order-world';
import { viewOrder } from './view';

/** Nobody is all of the people that a release needs. */
const world = testWorld();
const { newOrder } = orderWorld(world);
const other = demoAccount('other').address;
const ann = () => world.member('owner', 'us_ann');
const bob = () => world.member('owner', 'us_bob');

beforeAll(() =>
  saveApprovalRule(world.member('owner'), {
    ...{ chain: 'local', asset: 'USDT', new_destination: false },
    ...{ one_from: '10.00', two_from: '5000.00' },
  }),
);

async function releasedByTime(ctx = ann()): Promise<string> {
  const { id } = await newOrder({ grace_days: 0 }, ctx);
  await deliverOrder(ctx, id, {});
  await releaseDue(world.system());
  return (await viewOrder(ctx, id)).payouts[0]?.id ?? expect.unreachable();
}

async function approveAs(ctx: ReturnType<typeof ann>, id: string) {
  const state = await findApprovalState(ctx, id);
  return approvePayout(ctx, id, { digest: state?.digest ?? '' });
}

test('who made an order does not approve its release by time; another one does', async () => {
  const id = await releasedByTime();
  await expect(approveAs(ann(), id)).rejects.toMatchObject({ code: 'approval_own' });
  expect(await approveAs(bob(), id)).toMatchObject({ status: 'pending' });
});

test('who named another address of the seller does not approve what another one releases to it', async () => {
  const { id } = await newOrder({}, bob());
  await changeSeller(ann(), id, { address: other });
  const part = (await releaseOrder(bob(), id, {})).new_payouts[0]?.id ?? '';
  await expect(approveAs(ann(), part)).rejects.toMatchObject({ code: 'approval_own' });
  expect(await approveAs(world.member('approver', 'us_cleo'), part)).toMatchObject({ status: 'pending' });
});

test('who named an address that was taken back may approve', async () => {
  const { id } = await newOrder({}, bob());
  await changeSeller(ann(), id, { address: other });
  await changeSeller(bob(), id, { address: demoAccount('customer').address });
  const part = (await releaseOrder(bob(), id, {})).new_payouts[0]?.id ?? '';
  expect(await approveAs(ann(), part)).toMatchObject({ status: 'pending' });
});

test('an approval stands, though who gave it names that address for the order later', async () => {
  const { id } = await newOrder({}, bob());
  const part = (await releaseOrder(bob(), id, { amount: '40.00' })).new_payouts[0];
  expect(await approveAs(ann(), part?.id ?? '')).toMatchObject({ status: 'pending' });
  await world.passTime(1);
  await changeSeller(ann(), id, { address: other });
  await changeSeller(ann(), id, { address: demoAccount('customer').address });
  const token = part?.claim_url?.split('/').at(-1) ?? '';
  const claim = claimPayout(world.claimant(), token, { address: demoAccount('customer').address });
  await expect(claim).resolves.toMatchObject({ transfer: expect.anything() });
});
