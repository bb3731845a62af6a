import { beforeAll, expect, test } from 'vitest';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { approvePayout } from '@/lib/payouts/approvals/approve';
import { findApprovalState } from '@/lib/payouts/approvals/list-approvals';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { testDesk } from '@/lib/payouts/testing/desk';
import { testWorld } from '@/lib/payouts/testing/world';

const world = testWorld();
const desk = testDesk(world);

beforeAll(async () => {
  const amounts = { one_from: '10.00', two_from: '20.00', new_destination: false };
  await saveApprovalRule(world.member('owner'), { chain: 'local', asset: 'USDT', ...amounts });
});

const digestOf = async (id: string) =>
  (await findApprovalState(world.member('approver'), id))?.digest ?? expect.unreachable();

test('one person in two sessions is one, and what waits for the other is not prepared', async () => {
  const { id } = await desk.owed();
  const digest = await digestOf(id);
  const ctx = world.member('approver', 'us_ann');
  const elsewhere = { ...ctx, actor: { ...ctx.actor, sessionId: 'se_of_her_phone' } };
  await approvePayout(ctx, id, { digest });
  expect(await approvePayout(elsewhere, id, { digest })).toMatchObject({ status: 'awaiting_approval' });
  await expect(desk.prepare([id])).rejects.toMatchObject({ code: 'payout_state' });
});

test('the maker of a payout cannot approve it as an owner, nor as a member of another merchant', async () => {
  const maker = 'us_maker';
  const body = { amount: '15.00', asset: 'USDT', chain: 'local', rail: 'wallet', reference: 'made-by-hand' };
  const recipient = { type: 'wallet', address: desk.sender };
  const made = await createPayout(world.member('payer', maker), createPayoutBody.parse({ ...body, recipient }));
  const digest = await digestOf(made.id);
  const promoted = approvePayout(world.member('owner', maker), made.id, { digest });
  await expect(promoted).rejects.toMatchObject({ code: 'approval_own' });
  const ctx = world.member('approver', maker);
  const elsewhere = { ...ctx, actor: { ...ctx.actor, merchantId: 'mer_other' } };
  await expect(approvePayout(elsewhere, made.id, { digest })).rejects.toMatchObject({ code: 'not_found' });
});
