import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { updateGateway } from '@/lib/gateways/change';
import { listGateways } from '@/lib/gateways/gateways';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { balanceOf } from '@/lib/ledger/balance';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { decideSubmission } from './decide';
import { followSubmissions, lookAtSubmission, reconcileGateways } from './follow';
import { submitPayouts } from './submit';
import { listSubmissions, viewSubmission } from './view';

const world = testWorld();
const gateway = testGateway(world);

const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const owed = (given: Record<string, unknown> = {}) =>
  world.newPayout({ rail: 'shkeeper', recipient: { type: 'wallet', address: stranger() }, ...given });
const submit = () => submitPayouts(world.system(), 'local');
const follow = () => followSubmissions(world.system(), 'local');
const latest = async (id: string) => (await listSubmissions(world.merchant(), id))[0] ?? expect.unreachable();
const sent = () => gateway.server().wallet.sent.length;

/** The wallet has done what it was told, and that is buried and seen. */
async function settle(): Promise<void> {
  await gateway.server().wallet.idle();
  await world.settle();
}

/** A minute later, in final blocks. */
async function minuteLater(): Promise<void> {
  await world.passTime(61);
  await world.settle();
}

/** The worker's rounds while seconds go by. */
async function work(seconds = 6): Promise<void> {
  await submit();
  await settle();
  await world.passTime(seconds);
  await follow();
  await settle();
}

beforeAll(async () => {
  await gateway.setUp();
});
beforeEach(() => gateway.server().behave(goodManners));

test('a payout is handed in once, completed by what the chain shows, booked, and told as every other', async () => {
  const { db } = world.database;
  const hot = () => balanceOf(db, world.merchantId, { chain: 'local', symbol: 'USDT' }, 'gateway_wallets');
  const before = await hot();
  const payout = await owed();
  await submit();
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', rail: 'shkeeper' });
  await settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { status: 'confirmed' } });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  await world.passTime(60);
  await follow();
  expect(await latest(payout.id)).toMatchObject({ status: 'paid', external_id: `${payout.id}-1` });
  expect((await hot()) - before).toBe(-25_000_000n);
  expect(await checkMerchant(world.system(), world.merchantId)).toMatchObject({ faults: [] });
});

test('workers that take the same payouts at once hand each in once, one at a time for a gateway', async () => {
  const payouts = await Promise.all([owed(), owed(), owed()]);
  const before = gateway.submissions();
  for (let round = 0; round < 3; round++) {
    await Promise.all(Array.from({ length: 5 }, submit));
    expect(gateway.submissions() - before).toBe(round + 1);
    await settle();
  }
  for (const { id } of payouts) expect((await view(world, id)).status).toBe('completed');
});

test('a wallet that is slower than its server has sent: it is found on the chain, and nothing is handed in again', async () => {
  const before = sent();
  gateway.server().behave({ walletDelayMs: 60, readTimeoutMs: 10 });
  const payout = await owed();
  await submit();
  expect(await latest(payout.id)).toMatchObject({ status: 'unknown', task_id: null });
  await work();
  await work(120);
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(sent() - before).toBe(1);
});

test.each([
  ['breaks off', { breakAfterSubmit: true }],
  ['keeps the row and calls it FAIL', { reservesRow: true, walletDelayMs: 60, readTimeoutMs: 10 }],
])('an answer that %s is not believed: what was sent is found', async (_what, manners) => {
  const before = sent();
  gateway.server().behave(manners);
  const payout = await owed();
  await work();
  await work(120);
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(sent() - before).toBe(1);
});

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

test('what the hot wallet cannot pay waits as awaiting funds, says what is there, and goes on once there is enough', async () => {
  const before = gateway.submissions();
  const large = await owed({ amount: '9999.00' });
  await work();
  await work();
  expect(await view(world, large.id)).toMatchObject({
    ...{ status: 'pending', awaiting_funds: true },
    obstacle: { cause: 'gateway_funds', needed: '9999.00', held: expect.stringMatching(/^\d+\.\d\d$/) },
  });
  expect((await eventsOf(world, large.id)).filter((event) => event === 'payout.awaiting_funds')).toHaveLength(1);
  await gateway.fill(30_000n);
  await work();
  expect((await view(world, large.id)).status).toBe('completed');
  expect(gateway.submissions() - before).toBe(1);
});

test('a wallet without coins for the network fee waits, too', async () => {
  await gateway.setCoins('0');
  const payout = await owed();
  await submit();
  expect((await view(world, payout.id)).obstacle).toMatchObject({ cause: 'gateway_coins', held: '0.00' });
  await gateway.setCoins('1');
  await work();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('while the server is down the queue waits and says so, and goes on within a minute, nothing twice', async () => {
  const { port } = gateway.server();
  const before = gateway.submissions();
  await gateway.server().close();
  const payouts = [await owed(), await owed()];
  for (let minute = 0; minute < 30; minute++) {
    await submit();
    await world.passTime(60);
  }
  expect(await view(world, payouts[0]?.id ?? '')).toMatchObject({
    ...{ status: 'pending', obstacle: { cause: 'gateway_unreachable' } },
  });
  expect(await listSubmissions(world.merchant(), payouts[0]?.id ?? '')).toHaveLength(1);
  expect(await listSubmissions(world.merchant(), payouts[1]?.id ?? '')).toHaveLength(0);
  await gateway.start(port);
  await world.passTime(60);
  for (let round = 0; round < 2; round++) await work();
  for (const { id } of payouts) expect((await view(world, id)).status).toBe('completed');
  expect(before).toBeGreaterThan(0);
  expect(gateway.submissions()).toBe(2);
});

test('two payouts that look alike are never open at once', async () => {
  const address = stranger();
  const same = { recipient: { type: 'wallet', address } };
  gateway.server().behave({ refuse: 'no' });
  const [first, second] = [await owed(same), await owed(same)];
  await submit();
  await minuteLater();
  gateway.server().behave(goodManners);
  await submit();
  expect((await latest(first.id)).status).toBe('unknown');
  expect(await listSubmissions(world.merchant(), second.id)).toEqual([]);
  await decideSubmission(world.member('owner'), (await latest(first.id)).id, { decision: 'not_sent', reason: 'No' });
  for (let round = 0; round < 2; round++) await work();
  for (const { id } of [first, second]) expect((await view(world, id)).status).toBe('completed');
});

test('nothing is handed in before it is approved', async () => {
  const rule = { chain: 'local', asset: 'USDT', one_from: '500.00', two_from: null, new_destination: false } as const;
  await saveApprovalRule(world.member('owner'), rule);
  const before = gateway.submissions();
  const payout = await owed({ amount: '500.00' });
  await work();
  expect([(await view(world, payout.id)).status, gateway.submissions() - before]).toEqual(['awaiting_approval', 0]);
  await cancelPayout(world.merchant(), payout.id);
});

test('a callback or a sweep only makes us look sooner, and an id of nothing is said to be that', async () => {
  gateway.server().behave({ prefixedHashes: true });
  const payout = await owed();
  await submit();
  const { external_id: externalId } = await latest(payout.id);
  expect(await lookAtSubmission(world.system(), world.merchantId, externalId)).toBe(true);
  expect(await lookAtSubmission(world.system(), world.merchantId, 'po_nothing-1')).toBe(false);
  expect(await lookAtSubmission(world.system(), 'mer_another', externalId)).toBe(false);
  await gateway.server().wallet.idle();
  expect(await reconcileGateways(world.system(), 'local')).toMatchObject({ looked: expect.any(Number) });
  expect((await view(world, payout.id)).status).toBe('processing');
  await settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('what a gateway refuses is told as that by all that waits for it, and goes on once it is let in again', async () => {
  gateway.server().behave({ storeUserOf: `0x${'5'.repeat(40)}` });
  const payouts = [await owed(), await owed()];
  await submit();
  await submit();
  for (const { id } of payouts) {
    expect(await view(world, id)).toMatchObject({ status: 'pending', obstacle: { cause: 'gateway_refused' } });
  }
  const [row] = (await listGateways(world.merchant())).data;
  expect(row?.fault).toMatchObject({ code: 'login_not_admin', said: expect.stringContaining('cold wallet') });
  gateway.server().behave(goodManners);
  await updateGateway(world.merchant(), row?.id ?? '', { password: 'admin' });
  for (let round = 0; round < 2; round++) await work();
  for (const { id } of payouts) expect((await view(world, id)).status).toBe('completed');
});

test('a transfer that a reorganisation took away is open again, and completes where it comes back', async () => {
  const payout = await owed();
  await submit();
  await gateway.server().wallet.idle();
  await world.mine();
  await world.watch();
  expect((await latest(payout.id)).status).toBe('seen');
  await world.database.sql`update transfers set status = 'submitted', block_number = null, block_hash = null,
    log_index = null where payout_id = ${payout.id}`;
  await world.passTime(61);
  await follow();
  expect((await latest(payout.id)).status).toBe('unknown');
  await settle();
  await follow();
  await settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await listSubmissions(world.merchant(), payout.id)).toHaveLength(1);
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
