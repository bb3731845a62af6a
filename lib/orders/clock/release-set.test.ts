import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { lockFreeOrders } from '@/lib/orders/core/locked-store';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { testWorld } from '@/lib/payouts/testing/world';
import { releaseDue } from './release-due';
import { clockWorld } from './testing/clock-world';

const world = testWorld();
const { delivered, seen, mailsTo, expectRightBooks } = clockWorld(world);
const day = 86_400;
const seller = { id: 's', address: demoAccount('other').address, contact: 'seller@example.com' };

/** Which transactions made the payouts of these orders, each named once. */
async function makersOf(ids: string[]): Promise<string[]> {
  const rows = await world.database.sql`select distinct xmin::text as maker from payouts where order_id = any(${ids})`;
  return rows.map(({ maker }) => maker);
}

test('orders that are due together are released in one transaction, each with its payout, postings, events and mail', async () => {
  const made = await Promise.all([1, 2, 3].map(() => delivered({ seller })));
  const ids = made.map(({ id }) => id);
  await world.passTime(15 * day);
  await releaseDue(world.system());
  expect(await makersOf(ids)).toHaveLength(1);
  const told = await world.database.sql`
    select o.id, o.status, p.reference, p.status as payout,
      (select array_agg(e.type order by e.type) from events e where e.subject_id in (o.id, p.id)
        and e.type in ('payout.created', 'order.releasing')) as events,
      (select array_agg(a.action order by a.action) from audit_lines a where a.subject_id in (o.id, p.id)
        and a.action in ('payout.created', 'order.release')) as lines,
      (select count(*)::int from claim_links l where l.payout_id = p.id) as links
    from orders o join payouts p on p.order_id = o.id order by o.id`;
  expect(told).toEqual(
    ids.toSorted().map((id) => ({
      ...{ id, status: 'releasing', reference: `${id}-1`, payout: 'pending', links: 1 },
      ...{ events: ['order.releasing', 'payout.created'], lines: ['order.release', 'payout.created'] },
    })),
  );
  expect(await mailsTo(seller.contact)).toHaveLength(3);
  await expectRightBooks();
});

test('one that is refused, has its reference taken, is held elsewhere or cannot be written keeps no other from it', async () => {
  const [sound, alike, atVault, taken, locked, stuck] = await Promise.all(
    Array.from({ length: 6 }, () => delivered({ seller })),
  ).then((made) => made.map(({ id }) => id));
  const { sql } = world.database;
  await sql`update orders set seller_address = (select address from vaults limit 1) where id = ${atVault ?? ''}`;
  const body = {
    amount: '5.00',
    asset: 'USDT',
    chain: 'local',
    recipient: { type: 'anyone' },
    reference: `${taken}-1`,
  };
  await createPayout(world.merchant(), createPayoutBody.parse(body));
  await sql`create function refuse_order() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`;
  await sql.unsafe(`create trigger refuse_order before update on orders for each row
    when (new.id = '${stuck}') execute function refuse_order()`);
  await world.passTime(15 * day);
  await world.database.db.transaction(async (tx) => {
    expect(await lockFreeOrders(tx, world.merchantId, [locked ?? ''])).toHaveLength(1);
    await releaseDue(world.system());
  });
  const states = await Promise.all([sound, alike, atVault, taken, locked, stuck].map((id) => seen(id ?? '')));
  expect(states.map(({ status, frozen, payouts }) => [status, frozen?.for ?? null, payouts.length])).toEqual([
    ['releasing', null, 1],
    ['releasing', null, 1],
    ['delivered', ['no_address'], 0],
    ['releasing', null, 1],
    ['delivered', null, 0],
    ['delivered', null, 0],
  ]);
  await sql`drop trigger refuse_order on orders`;
  await releaseDue(world.system());
  expect((await seen(locked ?? '')).status).toBe('releasing');
  expect((await seen(stuck ?? '')).status).toBe('releasing');
  await expectRightBooks();
});
