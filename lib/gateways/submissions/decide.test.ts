import { expect, test } from 'vitest';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import { gatewayRounds } from '@/lib/gateways/testing/rounds';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { decideSubmission } from './decide';
import { listSubmissions, viewSubmission } from './view';

const world = testWorld();
const gateway = testGateway(world);
const { stranger, owed, submit, latest, settle, minuteLater, work } = gatewayRounds(world, gateway);

test('a refusal of the wallet proves nothing: it waits for a person, and goes on once they say that it was not sent', async () => {
  gateway.server().behave({ refuse: 'LOCAL-USDT is not defined in config, cannot make payout' });
  const payout = await owed();
  await work();
  gateway.server().behave(goodManners);
  for (const seconds of [60, 3_600, 90_000]) await work(seconds);
  const { id } = await latest(payout.id);
  expect(await listSubmissions(world.merchant(), payout.id)).toHaveLength(1);
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing' });
  expect((await viewSubmission(world.merchant(), id)).transfer_status).toBe('unknown');
  const evidence = await viewSubmission(world.merchant(), id);
  expect(evidence.moves).toEqual([]);
  expect(evidence.notes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['handed_in', 'row', 'chain']));
  expect(JSON.stringify(evidence)).not.toContain('test-api-key');
  await expect(cancelPayout(world.merchant(), payout.id)).rejects.toMatchObject({ code: 'transfer_in_progress' });
  const asked = decideSubmission(world.member('payer'), id, { decision: 'not_sent', reason: 'Not in its list' });
  await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
  await decideSubmission(world.member('owner'), id, { decision: 'not_sent', reason: 'Not in its list' });
  await work();
  expect(await latest(payout.id)).toMatchObject({ external_id: `${payout.id}-2` });
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a person cannot say that it was not sent while the chain shows it, nor name a hash that did not pay it', async () => {
  gateway.server().behave({ breakAfterSubmit: true });
  const [payout, other] = [await owed(), await owed({ amount: '31.00' })];
  await submit();
  const { id } = await latest(payout.id);
  const owner = world.member('owner');
  const early = decideSubmission(owner, id, { decision: 'not_sent', reason: 'I think so' });
  await expect(early).rejects.toMatchObject({ code: 'submission_state' });
  await settle();
  const seen = await latest(payout.id);
  expect(seen).toMatchObject({ status: 'paid', transfer_status: 'confirmed' });
  gateway.server().behave({ refuse: 'no' });
  await world.passTime(61);
  await submit();
  const { id: doubted } = await latest(other.id);
  const wrong = decideSubmission(owner, doubted, { decision: 'paid_by', hash: seen.hash ?? '' });
  await expect(wrong).rejects.toMatchObject({ code: 'transfer_mismatch' });
  expect((await view(world, other.id)).status).toBe('processing');
  await minuteLater();
  await decideSubmission(owner, doubted, { decision: 'not_sent', reason: 'Refused' });
  gateway.server().behave(goodManners);
  await work();
  expect((await view(world, other.id)).status).toBe('completed');
});

test.each([
  ['keeps a share', { platformFeePercent: 10 }, 'not_as_agreed'],
  ['reports a transfer that the network refused as SUCCESS', { revert: true }, 'payment_reverted'],
])('a gateway that %s completes nothing and leaves a difference', async (_what, manners, code) => {
  gateway.server().behave(manners);
  const payout = await owed({ amount: '40.00' });
  await submit();
  await settle();
  for (const seconds of [6, 20, 60, 60]) await work(seconds);
  expect(await view(world, payout.id)).toMatchObject({
    status: 'processing',
    transfer: null,
    completed_at: null,
  });
  expect(await latest(payout.id)).toMatchObject({ status: 'unknown', transfer_status: 'unknown' });
  const [transfer] = await world.database.sql`select failure_code from transfers where payout_id = ${payout.id}`;
  expect(transfer?.failure_code).toBe(code);
  expect(await listSubmissions(world.merchant(), payout.id)).toHaveLength(1);
});

test('a hash of another payment never completes it: not where nothing was sent, and where it was, the chain says which', async () => {
  const [other] = gateway.server().wallet.sent;
  const wrongHash = other?.hash ?? expect.unreachable();
  gateway.server().behave({ wrongHash, revert: true });
  const unpaid = await owed({ amount: '41.00' });
  for (const seconds of [6, 20, 60, 60]) await work(seconds);
  const [transfer] = await world.database
    .sql`select status, failure_code from transfers where payout_id = ${unpaid.id}`;
  expect(transfer).toMatchObject({ status: 'unknown', failure_code: 'gateway_paid_otherwise' });
  expect((await view(world, unpaid.id)).status).toBe('processing');
  gateway.server().behave({ ...goodManners, wrongHash });
  const paid = await owed({ amount: '42.00' });
  await work();
  expect(await view(world, paid.id)).toMatchObject({ status: 'completed' });
  expect((await latest(paid.id)).hash).not.toBe(wrongHash);
});

test('before it counts as not sent, all that left the hot wallet since is read once more', async () => {
  gateway.server().behave({ breakAfterSubmit: true });
  const payout = await owed();
  await submit();
  const { id } = await latest(payout.id);
  const watchFrom = (wallet: string) =>
    world.database.sql`update gateway_submissions set wallet = ${wallet.toLowerCase()} where id = ${id}`;
  await watchFrom(stranger());
  await settle();
  await minuteLater();
  await watchFrom(gateway.wallet);
  const said = decideSubmission(world.member('owner'), id, { decision: 'not_sent', reason: 'I see nothing' });
  await expect(said).rejects.toMatchObject({ code: 'submission_state', message: expect.stringContaining('after all') });
  await settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await listSubmissions(world.merchant(), payout.id)).toHaveLength(1);
});
