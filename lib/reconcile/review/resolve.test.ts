import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { assignDifference } from './assign';
import { resolveDifference } from './resolve';
import { viewDifference } from './view';

const world = testWorld();
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());

/** A movement out of the vault that nothing explains, with the line about it. */
async function lost(amount: bigint) {
  const hash = await desk.pay('vault', stranger(), amount);
  await desk.reconcile();
  return desk.line(hash);
}

test('what leaves the vault and nobody explains lies in suspense until it is booked out, and the day is green after', async () => {
  await desk.hire();
  await desk.declare('admin');
  await desk.mint('admin');
  const line = await lost(5n * usdt);
  expect(line).toMatchObject({ kind: 'unexplained', status: 'open' });
  expect(await desk.account('suspense')).toBe(5n * usdt);
  const body = { as: 'account' as const, account: 'external' as const, note: 'The owner moved it to the treasury.' };
  const resolved = await resolveDifference(desk.member(), line.id, body);
  expect(resolved).toMatchObject({ status: 'resolved', resolved: { by: 'account', account: 'external' } });
  expect(await desk.account('suspense')).toBe(0n);
  expect(await desk.reconcile()).toMatchObject({ status: 'green', differenceIds: [] });
});

test('a difference is booked out once, however many try at the same time', async () => {
  const line = await lost(6n * usdt);
  const body = { as: 'account' as const, account: 'fees' as const, note: 'What the exchange kept.' };
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => resolveDifference(desk.member(), line.id, body)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await desk.account('suspense')).toBe(0n);
  const cleared = await world.database.sql`select 1 from postings where kind = 'clear' and hash = ${line.hash}`;
  expect(cleared).toHaveLength(1);
});

test('a person chooses the payout that was paid, and only the chain completes it', async () => {
  const payee = stranger();
  const first = await desk.byHand('41.00', payee);
  const second = await desk.byHand('41.00', payee);
  const hash = await desk.pay('vault', payee, 41n * usdt);
  await desk.reconcile();
  const line = await desk.line(hash);
  await resolveDifference(desk.member(), line.id, { as: 'payout', payout_id: second.id });
  expect(await view(world, second.id)).toMatchObject({ status: 'completed', transfer: { hash } });
  expect((await view(world, first.id)).status).toBe('pending');
  expect(await desk.account('suspense')).toBe(0n);
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
});

test('the other of two payouts books itself once the first is chosen and it is paid too', async () => {
  const payee = stranger();
  const payouts = [await desk.byHand('42.00', payee), await desk.byHand('42.00', payee)];
  const hash = await desk.pay('admin', payee, 42n * usdt);
  const other = await desk.pay('admin', payee, 42n * usdt);
  await desk.reconcile();
  await resolveDifference(desk.member(), (await desk.line(hash)).id, { as: 'payout', payout_id: payouts[0]?.id ?? '' });
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
  expect(await view(world, payouts[1]?.id ?? '')).toMatchObject({ status: 'completed', transfer: { hash: other } });
  expect(await desk.line(other)).toMatchObject({ status: 'resolved', resolved_by: 'payout' });
});

test('a payment that does not fit the chosen payout is refused, and nothing moves', async () => {
  const payout = await desk.byHand('43.00', stranger());
  const line = await lost(43n * usdt);
  const choice = resolveDifference(desk.member(), line.id, { as: 'payout', payout_id: payout.id });
  await expect(choice).rejects.toMatchObject({ code: 'payout_state' });
  expect((await view(world, payout.id)).status).toBe('pending');
  expect(await desk.line(line.hash)).toMatchObject({ status: 'open' });
});

test('what lies in suspense cannot be talked away', async () => {
  const line = await lost(7n * usdt);
  const explained = resolveDifference(desk.member(), line.id, { as: 'explained', note: 'It is all right, really.' });
  await expect(explained).rejects.toMatchObject({ code: 'difference_state' });
  expect(await desk.line(line.hash)).toMatchObject({ status: 'open' });
});

test('settling needs the right to, and a fresh proof of who it is', async () => {
  const line = await lost(8n * usdt);
  const body = { as: 'account' as const, account: 'external' as const, note: 'A refund to the supplier.' };
  for (const role of ['viewer', 'approver', 'developer'] as const) {
    await expect(resolveDifference(desk.member(role), line.id, body)).rejects.toMatchObject({ code: 'forbidden' });
  }
  const stale = desk.member('payer', world.merchantId, false);
  await expect(resolveDifference(stale, line.id, body)).rejects.toMatchObject({ code: 'step_up_required' });
  await expect(assignDifference(stale, line.id, { owner_id: null })).rejects.toMatchObject({
    code: 'step_up_required',
  });
  await resolveDifference(desk.member('owner'), line.id, body);
});

test('a difference falls to the account’s owner until a member has it, and the audit says who gave it to whom', async () => {
  const line = await lost(9n * usdt);
  const found = await viewDifference(desk.member('viewer'), line.id);
  expect(found).toMatchObject({ status: 'open', owner: { user_id: desk.people.owner } });
  const owned = await assignDifference(desk.member(), line.id, { owner_id: desk.people.payer, note: 'Ask the bank.' });
  expect(owned).toMatchObject({ status: 'assigned', owner: { user_id: desk.people.payer }, note: 'Ask the bank.' });
  const outsider = assignDifference(desk.member(), line.id, { owner_id: 'usr_00000000000000000000000000' });
  await expect(outsider).rejects.toMatchObject({ code: 'invalid_request' });
  const [audited] = await world.database.sql`
    select actor_id, after from audit_lines where subject_id = ${line.id} and action = 'difference.assigned'`;
  expect(audited).toMatchObject({ actor_id: desk.people.payer, after: { owner: desk.people.payer } });
  await desk.reconcile();
  expect(await viewDifference(desk.member('viewer'), line.id)).toMatchObject({ status: 'assigned' });
});

test('what a person booked out of suspense is not taken for a payment later', async () => {
  const payee = stranger();
  const first = await desk.byHand('44.00', payee);
  const second = await desk.byHand('44.00', payee);
  const hash = await desk.pay('vault', payee, 44n * usdt);
  await desk.reconcile();
  const body = { as: 'account' as const, account: 'external' as const, note: 'It paid something else of theirs.' };
  await resolveDifference(desk.member(), (await desk.line(hash)).id, body);
  await world.database
    .sql`update payouts set status = 'cancelled', expires_at = now() - interval '1 year' where id = ${first.id}`;
  await desk.forgetCloses();
  await desk.reconcile();
  expect((await view(world, second.id)).status).toBe('pending');
});

test('what a reorganisation took out of suspense cannot be booked out of it any more', async () => {
  const before = await desk.account('suspense');
  const line = await lost(10n * usdt);
  await world.rpc('anvil_reorg', [5, []]);
  await world.mine(4);
  await world.watch();
  const body = { as: 'account' as const, account: 'external' as const, note: 'The owner moved it.' };
  const late = resolveDifference(desk.member(), line.id, body);
  await expect(late).rejects.toMatchObject({ code: 'difference_state' });
  expect(await desk.account('suspense')).toBe(before);
  await desk.reconcile();
  expect(await desk.line(line.hash)).toMatchObject({ status: 'resolved', resolved_by: 'gone' });
});

test('a deep reorganisation that takes an outflow back takes its booking out of suspense back as well', async () => {
  const before = { suspense: await desk.account('suspense'), external: await desk.account('external') };
  const line = await lost(11n * usdt);
  const body = { as: 'account' as const, account: 'external' as const, note: 'The owner moved it.' };
  await resolveDifference(desk.member(), line.id, body);
  await world.rpc('anvil_reorg', [5, []]);
  await world.mine(4);
  await world.watch();
  await desk.reconcile();
  expect(await desk.account('suspense')).toBe(before.suspense);
  expect(await desk.account('external')).toBe(before.external);
});
