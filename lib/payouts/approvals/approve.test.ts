import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { members, users } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { createApiKey } from '@/lib/access/api-keys';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { claimPayout } from '@/lib/claims/claim';
import { viewClaim } from '@/lib/claims/view';
import { newId } from '@/lib/kernel/ids';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { approvePayout, rejectPayout } from './approve';
import { findApprovalState, listAwaitingApproval } from './list-approvals';

const world = testWorld();
const customer = demoAccount('customer').address;
const rule = { chain: 'local', asset: 'USDT', one_from: '100.00', two_from: '500.00', new_destination: false } as const;
const setRule = (given: Partial<Parameters<typeof saveApprovalRule>[1]> = {}) =>
  saveApprovalRule(world.member('owner'), { ...rule, ...given });

beforeEach(async () => {
  await setRule();
});

async function digestOf(id: string): Promise<string> {
  const state = await findApprovalState(world.member('approver'), id);
  return state?.digest ?? expect.unreachable();
}

const approve = async (id: string, userId: string) =>
  approvePayout(world.member('approver', userId), id, { digest: await digestOf(id) });

test('amounts under the rule pass by themselves, over it one person is needed, and over the next two', async () => {
  expect(await world.newPayout({ amount: '99.99' })).toMatchObject({ status: 'pending' });
  const one = await world.newPayout({ amount: '100.00' });
  const two = await world.newPayout({ amount: '500.00' });
  expect([one.status, two.status]).toEqual(['awaiting_approval', 'awaiting_approval']);
  const waiting = await listAwaitingApproval(world.member('viewer'));
  const needed = new Map(waiting.data.map(({ payout, approval }) => [payout.id, approval.needed]));
  expect([needed.get(one.id), needed.get(two.id)]).toEqual([1, 2]);
});

test('a payout that two must approve is payable after the second, told once, and one person counts once', async () => {
  const payout = await world.newPayout({ amount: '500.00' });
  expect((await approve(payout.id, 'us_ann')).status).toBe('awaiting_approval');
  expect((await approve(payout.id, 'us_ann')).status).toBe('awaiting_approval');
  expect((await approve(payout.id, 'us_bob')).status).toBe('pending');
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.approved']);
  expect((await claimPayout(world.claimant(), payout.token, { address: customer })).transfer.to).toBeDefined();
});

test('two people who approve at the same moment are two', async () => {
  const payout = await world.newPayout({ amount: '500.00' });
  await Promise.all([approve(payout.id, 'us_ann'), approve(payout.id, 'us_bob')]);
  expect((await view(world, payout.id)).status).toBe('pending');
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.approved']);
});

test('the maker of a payout cannot approve it', async () => {
  const body = createPayoutBody.parse({
    ...{ amount: '200.00', asset: 'USDT', chain: 'local', reference: 'own' },
    recipient: { type: 'wallet', address: customer },
  });
  const payout = await createPayout(world.member('owner', 'us_maker'), body);
  const own = approvePayout(world.member('owner', 'us_maker'), payout.id, { digest: await digestOf(payout.id) });
  await expect(own).rejects.toMatchObject({ code: 'approval_own' });
  expect((await approve(payout.id, 'us_other')).status).toBe('pending');
});

test('the maker of an API key cannot approve what it made, and an approval of theirs from before counts for nothing', async () => {
  const { db, sql } = world.database;
  const maker = 'us_key_maker';
  const payout = await world.newPayout({ amount: '500.00' });
  await approve(payout.id, maker);
  await createApiKey(db, { merchantId: world.merchantId, name: 'Shop', scopes: [], createdBy: maker, now: new Date() });
  await sql`update payouts set created_by_key = (select id from api_keys where created_by = ${maker}) where id = ${payout.id}`;
  await expect(approve(payout.id, maker)).rejects.toMatchObject({ code: 'approval_own' });
  const state = await findApprovalState(world.member('viewer'), payout.id);
  expect(state).toMatchObject({ created_by: maker, given: [{ user_id: maker, counts: false }] });
  expect((await approve(payout.id, 'us_ann')).status).toBe('awaiting_approval');
  expect((await approve(payout.id, 'us_bob')).status).toBe('pending');
});

test('who has left the team is none of the people that a waiting payout needs', async () => {
  const { db } = world.database;
  const payout = await world.newPayout({ amount: '500.00' });
  const former = newId('user');
  await db.insert(users).values({ id: former, createdAt: new Date() });
  await db
    .insert(members)
    .values({ merchantId: world.merchantId, userId: former, role: 'approver', createdAt: new Date() });
  await approve(payout.id, former);
  await db.delete(members).where(eq(members.userId, former));
  const state = await findApprovalState(world.member('viewer'), payout.id);
  expect(state).toMatchObject({ given: [{ user_id: former, counts: false }] });
  expect((await approve(payout.id, 'us_ann')).status).toBe('awaiting_approval');
  expect((await approve(payout.id, 'us_bob')).status).toBe('pending');
});

test('a payout that a server asked for names the key', async () => {
  const { id } = await world.newPayout({ amount: '200.00' });
  const [row] = await world.database.sql`select created_by, created_by_key from payouts where id = ${id}`;
  expect(row).toEqual({ created_by: null, created_by_key: 'key_test' });
});

test.each(['payer', 'developer', 'viewer'] as const)('a %s cannot approve, nor can an API key', async (role) => {
  const payout = await world.newPayout({ amount: '200.00' });
  const digest = await digestOf(payout.id);
  const refused = { code: 'forbidden' };
  await expect(approvePayout(world.member(role), payout.id, { digest })).rejects.toMatchObject(refused);
  await expect(approvePayout(world.merchant(), payout.id, { digest })).rejects.toMatchObject(refused);
});

test('nothing is claimed before it is approved', async () => {
  const payout = await world.newPayout({ amount: '200.00' });
  expect(await viewClaim(world.claimant(), payout.token)).toMatchObject({ status: 'awaiting_approval' });
  const claim = claimPayout(world.claimant(), payout.token, { address: customer });
  await expect(claim).rejects.toMatchObject({ code: 'payout_state' });
});

test('consent counts for exactly what was looked at', async () => {
  const payout = await world.newPayout({ amount: '200.00' });
  const given = { digest: 'ab'.repeat(32) };
  const other = approvePayout(world.member('approver'), payout.id, given);
  await expect(other).rejects.toMatchObject({ code: 'approval_changed' });
});

test.each([
  ['recipient', { recipient_address: demoAccount('other').address.toLowerCase() }, demoAccount('other').address],
  ['amount', { gross: '300000000', net: '299500000' }, customer],
])('a payout whose %s was changed after its approval is not signed', async (_what, change, address) => {
  const payout = await world.newPayout({ amount: '200.00' });
  await approve(payout.id, 'us_ann');
  await world.database.sql`update payouts set ${world.database.sql(change)} where id = ${payout.id}`;
  const claim = claimPayout(world.claimant(), payout.token, { address });
  await expect(claim).rejects.toMatchObject({ code: 'approval_changed' });
});

test('a new destination needs one person until it was paid once', async () => {
  await setRule({ new_destination: true });
  const first = await world.newPayout({ recipient: { type: 'wallet', address: demoAccount('other').address } });
  expect(first.status).toBe('awaiting_approval');
  expect((await world.newPayout({ recipient: { type: 'anyone' } })).status).toBe('awaiting_approval');
  await approve(first.id, 'us_ann');
  const { transfer } = await claimPayout(world.claimant(), first.token, { address: demoAccount('other').address });
  await world.send('other', transfer);
  await world.settle();
  const second = await world.newPayout({ recipient: { type: 'wallet', address: demoAccount('other').address } });
  expect(second.status).toBe('pending');
});

test('a rejected payout is cancelled, tells so, and gives its money back to the books', async () => {
  const payout = await world.newPayout({ amount: '200.00' });
  const rejected = await rejectPayout(world.member('approver'), payout.id, { reason: 'not ours' });
  expect(rejected.status).toBe('cancelled');
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.cancelled']);
  await expect(approve(payout.id, 'us_ann')).rejects.toMatchObject({ code: 'payout_state' });
});

test('one that waits can be cancelled by its maker and runs out like any other', async () => {
  const cancelled = await world.newPayout({ amount: '200.00' });
  expect(await cancelPayout(world.merchant(), cancelled.id)).toMatchObject({ status: 'cancelled' });
  const late = await world.newPayout({ amount: '200.00', expires_in: 60 });
  await world.passTime(61);
  await expect(approve(late.id, 'us_ann')).rejects.toMatchObject({ code: 'payout_state' });
  await lapsePayouts(world.system(), 'local');
  expect(await view(world, late.id)).toMatchObject({ status: 'expired' });
});

test('a rule that makes no sense is refused, and only owners set rules', async () => {
  await expect(setRule({ two_from: '50.00' })).rejects.toMatchObject({ code: 'invalid_request' });
  await expect(setRule({ one_from: '1.0000001' })).rejects.toMatchObject({ code: 'amount_too_precise' });
  await expect(saveApprovalRule(world.member('payer'), rule)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a payout of another merchant is not there to be approved', async () => {
  const payout = await world.newPayout({ amount: '200.00' });
  const digest = await digestOf(payout.id);
  const ctx = world.member('approver');
  const stranger = { ...ctx, actor: { ...ctx.actor, merchantId: 'mer_other' } };
  await expect(approvePayout(stranger, payout.id, { digest })).rejects.toMatchObject({ code: 'not_found' });
});
