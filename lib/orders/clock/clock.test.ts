import { encodeFunctionData } from 'viem';
import { expect, test } from 'vitest';
import { gatewayAssets, hotWallets } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { ownGateway } from '@/lib/gateways/testing/test-gateway';
import { refundOrder, releaseOrder } from '@/lib/orders/release';
import { disputeOrder, holdOrder, resumeOrder } from '@/lib/orders/stop';
import { testWorld } from '@/lib/payouts/testing/world';
import { saveReadings } from '@/lib/rates/store';
import { readingAt } from '@/lib/rates/testing/reading';
import { testRelay } from '@/lib/relay/testing/relay';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { alarmDisputes } from './alarm-disputes';
import { announceDue } from './announce';
import { applyAddresses, changeSeller } from './change-seller';
import { selectDueOrders } from './due-store';
import { releaseDue } from './release-due';
import { clockWorld } from './testing/clock-world';
import { watchCover } from './watch-cover';

const world = testWorld();
const { newOrder, delivered, seen, events, expectRightBooks, mailsTo } = clockWorld(world);
const day = 86_400;
const other = demoAccount('other').address;
const reason = 'It arrived broken.';

const secondsUntil = (iso: string | null) => (Date.parse(iso ?? '') - world.system().clock.now().getTime()) / 1000;

test('an order is released by itself when its grace period is over, and not before', async () => {
  const { id } = await delivered();
  await world.passTime(14 * day - 60);
  await releaseDue(world.system());
  expect((await seen(id)).status).toBe('delivered');
  await world.passTime(61);
  await releaseDue(world.system());
  await releaseDue(world.system());
  const after = await seen(id);
  expect(after).toMatchObject({ status: 'releasing', auto_release_at: null });
  expect(after.payouts).toMatchObject([{ side: 'release', amount: '100.00' }]);
  await expectRightBooks();
});

test.each([
  [{}, 14],
  [{ category: 'digital' }, 3],
  [{ category: 'digital', grace_days: 5 }, 5],
])('an order of %o waits %i days', async (given, days) => {
  const { auto_release_at } = await delivered(given);
  expect(Math.round(secondsUntil(auto_release_at) / day)).toBe(days);
});

test('time that stood still is given back to the second, however often it stopped', async () => {
  const { id, auto_release_at: first } = await delivered();
  for (const seconds of [90_061, 7, 3_600]) {
    await world.passTime(1_000);
    await holdOrder(world.merchant(), id, { reason: 'Looked at.' });
    await world.passTime(seconds);
    await resumeOrder(world.merchant(), id);
  }
  const moved = (Date.parse((await seen(id)).auto_release_at ?? '') - Date.parse(first ?? '')) / 1000;
  expect(Math.abs(moved - 93_668)).toBeLessThan(1);
});

test('nothing that stops an order lets it be released, however long it lasts', async () => {
  const held = await delivered();
  await holdOrder(world.merchant(), held.id, { reason });
  const disputed = await delivered();
  await disputeOrder(world.merchant(), disputed.id, { reason });
  const nowhere = await delivered({ rail: 'wallet', seller: { id: 's', email: 'seller@example.com' } });
  expect((await seen(nowhere.id)).frozen?.for).toEqual(['no_address']);
  await world.passTime(60 * day);
  await releaseDue(world.system());
  const after = await Promise.all([held, disputed, nowhere].map(({ id }) => seen(id)));
  expect(after.map(({ status, payouts }) => [status, payouts])).toEqual([
    ['on_hold', []],
    ['disputed', []],
    ['delivered', []],
  ]);
});

test('an order whose vault cannot pay it stands still, and goes on with what was left once it can', async () => {
  const { id, reference } = await delivered({ seller: { id: 's', address: other, contact: 's-cover@example.com' } });
  const toldOf = async () =>
    (await mailsTo('s-cover@example.com')).filter(({ subject }) => subject === `Order “${reference}” goes on`);
  await world.drainVault();
  await watchCover(world.system(), 'local');
  expect((await seen(id)).frozen).toMatchObject({ for: ['no_cover'] });
  await world.passTime(20 * day);
  await releaseDue(world.system());
  await world.fillVault();
  await watchCover(world.system(), 'local');
  const after = await seen(id);
  expect(after).toMatchObject({ status: 'delivered', frozen: null });
  expect(secondsUntil(after.auto_release_at)).toBeGreaterThan(13.9 * day);
  expect(await toldOf()).toHaveLength(1);
});

test('a dispute that lasts too long alarms a person, once, and decides nothing', async () => {
  await world.database.sql`update merchants set alert_email = 'ops@acme.example' where id = ${world.merchantId}`;
  const { id } = await delivered();
  await disputeOrder(world.merchant(), id, { reason });
  await world.passTime(14 * day - 60);
  await alarmDisputes(world.system());
  const alarms = async () => (await mailsTo('ops@acme.example')).filter(({ text }) => text.includes(id));
  expect(await alarms()).toEqual([]);
  await world.passTime(120);
  await Promise.all([alarmDisputes(world.system()), alarmDisputes(world.system())]);
  await alarmDisputes(world.system());
  expect(await alarms()).toHaveLength(1);
  expect(await events(id)).toContain('order.dispute_overdue');
  expect(await seen(id)).toMatchObject({ status: 'disputed', money: { held: '100.00' }, payouts: [] });
});

test('another address of a delivered order waits a day, is told to the old contact, and stops the time meanwhile', async () => {
  const seller = { id: 's', address: demoAccount('customer').address, contact: 's6@example.com' };
  const { id, auto_release_at: first } = await delivered({ seller });
  const asked = await changeSeller(world.merchant(), id, { address: other });
  expect(asked).toMatchObject({ auto_release_at: null, frozen: { for: ['address_change'] } });
  expect(asked.seller).toMatchObject({ address: seller.address, pending_address: { address: other } });
  const [mail] = await mailsTo('s6@example.com');
  expect(mail?.text).toContain(other);
  const early = releaseOrder(world.merchant(), id, {});
  await expect(early).rejects.toMatchObject({ code: 'order_state' });
  await world.passTime(day - 60);
  await applyAddresses(world.system());
  expect((await seen(id)).seller.address).toBe(seller.address);
  await world.passTime(120);
  await applyAddresses(world.system());
  const after = await seen(id);
  expect(after.seller).toMatchObject({ address: other, pending_address: null });
  const moved = (Date.parse(after.auto_release_at ?? '') - Date.parse(first ?? '')) / 1000;
  expect(Math.abs(moved - day - 60)).toBeLessThan(60);
});

test('an order whose gateway holds too little stands still until its wallet is filled up', async () => {
  const { merchantId, database, system } = world;
  const wallet = `0x${'e'.repeat(40)}`;
  const [gatewayId, now] = [await ownGateway(database, merchantId), system().clock.now()];
  const ofWallet = { chain: 'local', merchantId } as const;
  await database.db.insert(hotWallets).values({ ...ofWallet, address: wallet, since: now });
  const asset = { ...ofWallet, gatewayId, symbol: 'USDT', crypto: 'LOCAL-USDT', wallet, held: 0n, coins: 0n };
  await database.db.insert(gatewayAssets).values({ ...asset, readAt: now, createdAt: now });
  const { id } = await delivered({ rail: 'shkeeper' });
  await watchCover(system(), 'local');
  expect((await seen(id)).frozen).toMatchObject({ for: ['no_cover'] });
  const args = [hex(wallet), 100_000_000n] as const;
  const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args });
  await world.send('faucet', { to: testUsdtAddress, data });
  await world.mine();
  await watchCover(system(), 'local');
  expect((await seen(id)).frozen).toBeNull();
});

test('naming the address that it has takes the change back; before a delivery another one counts at once', async () => {
  const { id } = await delivered();
  const { address } = (await seen(id)).seller;
  await changeSeller(world.merchant(), id, { address: other });
  const kept = await changeSeller(world.merchant(), id, { address: demoAccount('customer').address });
  expect(kept).toMatchObject({ frozen: null, seller: { address, pending_address: null } });
  const early = await newOrder();
  const changed = await changeSeller(world.merchant(), early.id, { address: other });
  expect(changed.seller).toMatchObject({ address: other, pending_address: null });
});

test('an order whose fee cannot be worked out when it is due stays due, and is released once rates are back', async () => {
  const { sql, db } = world.database;
  await testRelay(world).add();
  await sql`update merchant_assets set fee_kind = 'computed', fee = 0, fee_margin = 20, fee_ceiling = 900000`;
  const { id } = await delivered();
  await world.passTime(14 * day + 1);
  await sql`update relay_accounts set looked_at = ${world.system().clock.now().toISOString()}`;
  expect(await releaseDue(world.system())).toBe(false);
  expect(await seen(id)).toMatchObject({ status: 'delivered', frozen: null });
  const now = world.system().clock.now();
  const told = (['kraken', 'bitstamp'] as const).flatMap((feed) => [
    readingAt(now, feed, 'ETH', '3000'),
    readingAt(now, feed, 'USDT', '1'),
  ]);
  await db.transaction((tx) => saveReadings(tx, told));
  await releaseDue(world.system());
  expect((await seen(id)).status).toBe('releasing');
  await sql`update merchant_assets set fee_kind = 'flat', fee = 500000, fee_margin = null, fee_ceiling = null`;
});

test('orders that wait for a fee stand before none of their merchant’s that need no fee', async () => {
  for (let time = 0; time < 3; time++) await delivered({ grace_days: 1 });
  const { id } = await delivered({ grace_days: 2, rail: 'wallet' });
  await world.passTime(3 * day);
  const due = await selectDueOrders(world.database.db, world.system().clock.now(), 2);
  expect(due.map((key) => key.id)).toContain(id);
  await releaseDue(world.system());
});

test('an order that is due and cannot be released stands still until a person has looked, and holds up no other', async () => {
  const [small, other] = [await delivered({ amount: '20.00', grace_days: 1 }), await delivered({ grace_days: 1 })];
  await world.passTime(2 * day);
  await world.database.sql`update merchant_assets set minimum = 50000000 where symbol = 'USDT'`;
  await releaseDue(world.system());
  await world.database.sql`update merchant_assets set minimum = 1000000 where symbol = 'USDT'`;
  expect(await seen(small.id)).toMatchObject({ status: 'delivered', frozen: { for: ['not_sent'] } });
  expect(await seen(other.id)).toMatchObject({ status: 'releasing' });
});

test('an address in place of one that cannot be paid waits its day, too', async () => {
  const { id } = await delivered({ grace_days: 1 });
  await world.database.sql`update orders set frozen_for = '{no_address}', frozen_since = now(), remaining_ms = 0,
    auto_release_at = null where id = ${id}`;
  await changeSeller(world.merchant(), id, { address: other });
  await releaseDue(world.system());
  expect(await seen(id)).toMatchObject({
    ...{ status: 'delivered', frozen: { for: ['address_change'] } },
    seller: { address: demoAccount('customer').address, pending_address: { address: other } },
  });
  await world.passTime(day + 1);
  await applyAddresses(world.system());
  await releaseDue(world.system());
  expect(await seen(id)).toMatchObject({ status: 'releasing', seller: { address: other } });
});

test('after a payout that came to nothing, what a person leaves held is not released by itself', async () => {
  const { id } = await delivered({ grace_days: 1 });
  await world.passTime(day + 1);
  await releaseDue(world.system());
  await cancelPayout(world.merchant(), (await seen(id)).payouts[0]?.id ?? '');
  await refundOrder(world.merchant(), id, { amount: '40.00' });
  await world.passTime(30 * day);
  await releaseDue(world.system());
  expect(await seen(id)).toMatchObject({ money: { held: '60.00' }, frozen: { for: ['not_sent'] } });
  expect(await releaseOrder(world.merchant(), id, {})).toMatchObject({ money: { held: '0.00' }, frozen: null });
  await expectRightBooks();
});

test('one order whose row cannot be written keeps no other from its alarm, nor another address from counting', async () => {
  await world.database.sql`update merchants set alert_email = 'ops@acme.example' where id = ${world.merchantId}`;
  const [stuck, sound] = [await delivered(), await delivered()];
  for (const { id } of [stuck, sound]) {
    await changeSeller(world.merchant(), id, { address: other });
    await disputeOrder(world.merchant(), id, { reason });
  }
  await world.passTime(15 * day);
  await world.database.sql`create function refuse_order() returns trigger language plpgsql as
    $$ begin raise exception 'refused'; end $$`;
  await world.database.sql.unsafe(`create trigger refuse_order before update on orders for each row
    when (new.id = '${stuck.id}') execute function refuse_order()`);
  await alarmDisputes(world.system());
  await applyAddresses(world.system());
  await world.database.sql`drop trigger refuse_order on orders`;
  expect((await seen(stuck.id)).seller.pending_address).not.toBeNull();
  expect((await seen(sound.id)).seller).toMatchObject({ address: other, pending_address: null });
  expect((await mailsTo('ops@acme.example')).filter(({ text }) => text.includes(sound.id))).toHaveLength(1);
});

test('one order whose row cannot be written keeps no other from being announced, nor from standing still without cover', async () => {
  const seller = { id: 's', address: other, contact: 's-announced@example.com' };
  const [stuck, sound] = [await delivered(), await delivered({ seller })];
  await world.database.sql.unsafe(`create trigger refuse_order before update on orders for each row
    when (new.id = '${stuck.id}') execute function refuse_order()`);
  await world.passTime(11.5 * day);
  await announceDue(world.system());
  expect(await mailsTo('s-announced@example.com')).not.toHaveLength(0);
  await world.drainVault();
  await watchCover(world.system(), 'local');
  expect((await seen(sound.id)).frozen).toMatchObject({ for: ['no_cover'] });
  await world.database.sql`drop trigger refuse_order on orders`;
});
