import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { askPayment } from '@/lib/by-hand/ask';
import { reportPayment } from '@/lib/by-hand/report';
import { claimPayout } from '@/lib/claims/claim';
import { sendClaim } from '@/lib/claims/send-claim';
import { viewClaim } from '@/lib/claims/view';
import { submitPayouts } from '@/lib/gateways/submissions/submit';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { newId } from '@/lib/kernel/ids';
import { addOperator, operatorContext, type TestOperator } from '@/lib/operators/testing/operators';
import { releaseDue } from '@/lib/orders/clock/release-due';
import { clockWorld } from '@/lib/orders/clock/testing/clock-world';
import { releaseOrder } from '@/lib/orders/release';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { acceptQuote } from '@/lib/quotes/deals/accept-quote';
import { makeQuote } from '@/lib/quotes/deals/make-quote';
import { acceptQuoteBody, createQuoteBody } from '@/lib/quotes/schema';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { testRelay } from '@/lib/relay/testing/relay';
import { redeemCoins } from '@/lib/rewards/redeem';
import { redeemBody } from '@/lib/rewards/schema';
import { earn, newRewardSource } from '@/lib/rewards/testing/earn';
import { listStops } from './list-stops';
import { stopBody } from './schema';
import { lift, stop } from './stop';
import { insertStop, lockStops } from './store';

const world = testWorld();
const relay = testRelay(world);
const people: { operator?: TestOperator } = {};
const operator = () =>
  operatorContext(world.database.db, people.operator ?? expect.unreachable(), world.system().clock.now);
const desk = testDesk(world);
const gateway = testGateway(world);
const orders = clockWorld(world);
const sql = (parts: TemplateStringsArray, ...values: string[]) => world.database.sql(parts, ...values);
const stopped = { code: 'stopped' };
const reason = 'A drill';
const { address } = demoAccount('customer');

beforeAll(async () => {
  people.operator = await addOperator(world.database.db);
  await relay.add('1000');
  await gateway.setUp();
});

const halt = (scope: Record<string, unknown>) => stop(operator(), stopBody.parse({ ...scope, reason }));
const goOn = (id: string) => lift(operator(), id, { reason });
const scopes = () => [
  { scope: 'installation' },
  { scope: 'chain', chain: 'local' },
  { scope: 'rail', rail: 'contract' },
  { scope: 'merchant', merchant_id: world.merchantId },
  { scope: 'token', asset: 'local:USDT' },
];
const stranger = () => `0x${randomUUID().replaceAll('-', '').padEnd(40, '1')}`;

test.each([0, 1, 2, 3, 4])(
  'under a stop of scope %i nothing of a claim is signed, handed out or sent, and once lifted it goes on by itself, once',
  async (index) => {
    const [claimed, asked] = [
      await world.newPayout({ recipient: { type: 'anyone' } }),
      await world.newPayout({ recipient: { type: 'anyone' } }),
    ];
    const early = await claimPayout(world.claimant(), claimed.token, { address });
    await sendClaim(world.claimant(), asked.token, { address: stranger() });
    await world.passTime(2);
    const { id } = await halt(scopes()[index] ?? {});
    await expect(claimPayout(world.claimant(), claimed.token, { address })).rejects.toMatchObject(stopped);
    await expect(sendClaim(world.claimant(), claimed.token, { address })).rejects.toMatchObject(stopped);
    expect(await relayClaims(world.system(), 'local')).not.toBe(true);
    await relay.drive();
    expect(await sql`select from vouchers where payout_id = ${asked.id}`).toHaveLength(0);
    expect(await sql`select status from relayed_claims where payout_id = ${asked.id}`).toEqual([{ status: 'queued' }]);
    expect(await viewClaim(world.claimant(), claimed.token)).toMatchObject({
      status: 'pending',
      coverage: { state: 'blocked' },
      obstacle: 'stopped',
    });
    // What was signed before is out, and what it pays is watched and booked.
    await world.send('customer', early.transfer);
    await world.settle();
    expect(await view(world, claimed.id)).toMatchObject({ status: 'completed' });
    await goOn(id);
    await relayClaims(world.system(), 'local');
    await relay.drive();
    await world.settle();
    await relayClaims(world.system(), 'local');
    expect(await view(world, asked.id)).toMatchObject({ status: 'completed' });
    expect(await sql`select from transfers where payout_id = ${asked.id} and status = 'confirmed'`).toHaveLength(1);
  },
);

test('a send that waits for its nonce is not signed, one that is signed is neither pushed again nor made dearer, and both go on', async () => {
  const signed = await relay.order();
  await relay.step();
  const waiting = await relay.order(900);
  const { id } = await halt({ scope: 'chain', chain: 'local' });
  await world.rpc('anvil_setNextBlockBaseFeePerGas', ['0x2540be400']);
  await world.passTime(60);
  const before = await relay.versionsOf(signed);
  await relay.step();
  expect(await relay.versionsOf(signed)).toEqual(before);
  expect(await relay.versionsOf(waiting)).toEqual([]);
  await goOn(id);
  await expect.poll(() => relay.goOn(waiting)).toMatchObject({ state: 'mined', final: true });
  expect(await relay.versionsOf(waiting)).toHaveLength(1);
});

test('a batch that is not signed yet goes without the claims of a merchant that is stopped, whose claims wait', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  await sendClaim(world.claimant(), payout.token, { address: stranger() });
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  const state =
    () => sql`select r.status, s.status as send from relayed_claims r left join relay_sends s on s.id = r.send_id
    where payout_id = ${payout.id}`;
  expect(await state()).toEqual([{ status: 'under_way', send: 'waiting' }]);
  const { id } = await halt({ scope: 'merchant', merchant_id: world.merchantId });
  await relay.step();
  expect(await state()).toEqual([{ status: 'under_way', send: 'lapsed' }]);
  await relayClaims(world.system(), 'local');
  expect(await state()).toMatchObject([{ status: 'queued' }]);
  await goOn(id);
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  await relay.drive();
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
});

test('no payment by hand is prepared or handed to a wallet, and one that was made is recorded', async () => {
  const [open, prepared, made] = [await desk.owed(), await desk.owed(), await desk.owed()];
  const { signings } = await desk.prepareUnasked([prepared.id]);
  const { id, payments } = signings[0] ?? expect.unreachable();
  const [paid] = (await desk.prepare([made.id])).signings;
  const { id: stopId } = await halt({ scope: 'rail', rail: 'wallet' });
  await expect(desk.prepareUnasked([open.id])).rejects.toMatchObject(stopped);
  const ask = { signing_id: id, transfer_ids: payments.map(({ transfer_id }) => transfer_id), tab: 'tab_test_1' };
  await expect(askPayment(world.member('payer'), ask)).rejects.toMatchObject(stopped);
  const [call] = paid?.calls ?? [];
  const hash = await world.send('admin', call ?? expect.unreachable());
  const report = { signing_id: paid?.id ?? '', transfer_ids: call?.transfer_ids ?? [], hash };
  await reportPayment(world.member('payer'), report);
  await world.settle();
  expect(await view(world, made.id)).toMatchObject({ status: 'completed' });
  expect(await viewClaim(world.claimant(), open.token)).toMatchObject({ obstacle: 'stopped' });
  await goOn(stopId);
  await askPayment(world.member('payer'), ask);
});

test('a gateway is handed nothing, and afterwards each once', async () => {
  const payout = await world.newPayout({
    rail: 'shkeeper',
    amount: '11.00',
    recipient: { type: 'wallet', address: stranger() },
  });
  const { id } = await halt({ scope: 'rail', rail: 'shkeeper' });
  await submitPayouts(world.system(), 'local');
  const handed = () => sql`select from gateway_submissions where payout_id = ${payout.id}`;
  expect(await handed()).toHaveLength(0);
  await goOn(id);
  await submitPayouts(world.system(), 'local');
  await submitPayouts(world.system(), 'local');
  expect(await handed()).toHaveLength(1);
});

test('no order is released by a person or by the clock, no coins are redeemed, no quote is accepted', async () => {
  const [order, due] = [await orders.newOrder(), await orders.delivered()];
  await world.passTime(15 * 86_400);
  const source = await newRewardSource(world.merchant());
  const user = randomUUID();
  await earn(world.claimant(), source, { user_uuid: user, coin_amount: '5000' });
  await sayRates(world.database.db, { JPY: '0.0065' }, world.system().clock.now());
  const wanted = { display: { currency: 'JPY', amount: '5000' }, asset: 'USDT', chain: 'local' };
  const quote = await makeQuote(world.merchant(), createQuoteBody.parse(wanted));
  const anyone = { recipient: { type: 'anyone' } };
  const redeem = () => redeemCoins(world.merchant(), user, redeemBody.parse(anyone));
  const accept = () =>
    acceptQuote(world.merchant(), quote.id, acceptQuoteBody.parse({ ...anyone, reference: 'stop-1' }));
  const { id } = await halt({ scope: 'installation' });
  await expect(releaseOrder(world.merchant(), order.id, {})).rejects.toMatchObject(stopped);
  await expect(redeem()).rejects.toMatchObject(stopped);
  await expect(accept()).rejects.toMatchObject(stopped);
  await releaseDue(world.system());
  const made = () => sql`select status from orders where id = ${due.id}`;
  expect(await made()).toEqual([{ status: 'delivered' }]);
  await goOn(id);
  await releaseDue(world.system());
  expect(await made()).toEqual([{ status: 'releasing' }]);
  await redeem();
  await accept();
});

test('a merchant that is suspended makes no payouts, another one does, and both are told in their own audit alone', async () => {
  await sql`insert into merchants (id, name) values ('mer_quiet', 'Quiet')`;
  const other = await halt({ scope: 'merchant', merchant_id: 'mer_quiet', suspends: true });
  await world.newPayout();
  const own = await halt({ scope: 'merchant', merchant_id: world.merchantId, suspends: true });
  await expect(world.newPayout()).rejects.toMatchObject({ code: 'merchant_suspended' });
  await goOn(own.id);
  await world.newPayout();
  await goOn(other.id);
  expect(
    await sql`select merchant_id, action, detail from audit_lines where subject_id = ${own.id} order by id`,
  ).toEqual([
    { merchant_id: world.merchantId, action: 'stop.made', detail: { suspends: true } },
    { merchant_id: world.merchantId, action: 'stop.lifted', detail: { suspends: true } },
  ]);
});

test('a payout that is asked for while its merchant is being suspended waits until that is decided, and is refused', async () => {
  const { db, sql: ask } = world.database;
  const { merchantId } = world;
  const waits = ask`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`;
  const made = await db.transaction(async (tx) => {
    await lockStops(tx);
    const creating = world.newPayout().then(
      () => 'made',
      (error: { code: string }) => error.code,
    );
    await expect.poll(() => ask`${waits}`, { timeout: 60_000 }).toHaveLength(1);
    const by = { byKind: 'operator' as const, byId: 'op_test' };
    await insertStop(tx, {
      id: newId('stop'),
      scope: 'merchant',
      merchantId,
      suspends: true,
      reason,
      since: new Date(),
      ...by,
    });
    return { creating };
  });
  expect(await made.creating).toBe('merchant_suspended');
  const [live] = await sql`select id from stops where lifted_at is null and merchant_id = ${merchantId}`;
  await goOn(live?.id);
});

test('only operators stop, the same once, and what they did stays as it was', async () => {
  const body = stopBody.parse({ scope: 'installation', reason });
  for (const ctx of [world.member('owner'), world.merchant(), world.claimant(), world.system()]) {
    await expect(stop(ctx, body)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listStops(ctx)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(lift(ctx, 'st_x', { reason })).rejects.toMatchObject({ code: 'forbidden' });
  }
  await expect(halt({ scope: 'merchant', merchant_id: 'mer_none' })).rejects.toMatchObject({ code: 'not_found' });
  const stale = operatorContext(
    world.database.db,
    people.operator ?? expect.unreachable(),
    world.system().clock.now,
    null,
  );
  await expect(stop(stale, body)).rejects.toMatchObject({ code: 'step_up_required' });
  const both = await Promise.allSettled([halt({ scope: 'installation' }), halt({ scope: 'installation' })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [live] = await listStops(operator());
  const { id } = live ?? expect.unreachable();
  expect(live).toMatchObject({
    scope: 'installation',
    value: null,
    reason,
    by: { kind: 'operator', id: people.operator?.userId },
    lifted: null,
  });
  await expect(sql`update stops set reason = 'Nothing' where id = ${id}`).rejects.toThrow('only lifted');
  await goOn(id);
  await expect(goOn(id)).rejects.toMatchObject({ code: 'stop_state' });
  await expect(
    sql`update stops set lifted_at = null, lifted_by_kind = null, lift_reason = null where id = ${id}`,
  ).rejects.toThrow('only lifted');
  await expect(sql`delete from stops where id = ${id}`).rejects.toThrow('append-only');
  expect((await listStops(operator())).find((one) => one.id === id)).toMatchObject({ lifted: { reason } });
});
