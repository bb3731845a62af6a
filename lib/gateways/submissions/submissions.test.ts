import { expect, test } from 'vitest';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { updateGateway } from '@/lib/gateways/change';
import { listGateways } from '@/lib/gateways/gateways';
import { gatewayRounds } from '@/lib/gateways/testing/rounds';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { balanceOf } from '@/lib/ledger/balance';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { decideSubmission } from './decide';
import { lookAtSubmission, reconcileGateways } from './follow';
import { listSubmissions } from './view';

const world = testWorld();
const gateway = testGateway(world);
const { stranger, owed, submit, follow, latest, sent, settle, minuteLater, work } = gatewayRounds(world, gateway);

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
