import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { byDepth } from '@/db/testing/depth';
import { demoAccount } from '@/demo/accounts';
import { deliverOrder } from '@/lib/orders/deliver';
import { disputeOrder, holdOrder, resumeOrder } from '@/lib/orders/stop';
import { orderWorld } from '@/lib/orders/testing/order-world';
import { testWorld } from '@/lib/payouts/testing/world';
import { changeSeller } from './change-seller';
import { releaseDue } from './release-due';

const world = testWorld();
const { newOrder, expectRightBooks } = orderWorld(world);
const connections: Connection[] = [];
beforeAll(() => connections.push(...[1, 2].map(() => connect(world.database.url, 5))));
afterAll(async () => {
  for (const connection of connections) await connection.close();
});

const count = byDepth({ quick: 100, deep: 10_000 });
const day = 86_400;
const reason = 'Looked at.';

/** What becomes of every tenth order before its time is over; of the others nothing does. */
const fates: Record<number, (id: string) => Promise<unknown>> = {
  0: (id) => disputeOrder(world.merchant(), id, { reason }),
  1: (id) => holdOrder(world.merchant(), id, { reason }),
  3: (id) => changeSeller(world.merchant(), id, { address: demoAccount('other').address }),
};

async function newDelivered(index: number): Promise<string> {
  const nowhere = index % 10 === 2 && { rail: 'wallet', seller: { id: 's', email: 'seller@example.com' } };
  const { id } = await newOrder({ reference: `due-${index}`, amount: '1.00', ...nowhere });
  await deliverOrder(world.merchant(), id, {});
  await fates[index % 10]?.(id);
  return id;
}

async function inLanes<T>(lanes: number, total: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const indexes = Array.from({ length: total }, (_, index) => index).values();
  const lane = async () => {
    for (const index of indexes) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** A worker of its own, over connections of its own, until nothing is due. */
async function workUntilDone({ db }: Connection): Promise<void> {
  while (await releaseDue({ ...world.system(), db }));
}

test(
  'two workers release each due order once, and none that is disputed, held, without an address or about to change it',
  async () => {
    const ids = await inLanes(4, count, newDelivered);
    await world.passTime(2 * day);
    const paused = ids.filter((_, index) => index % 10 === 4);
    for (const id of paused) await holdOrder(world.merchant(), id, { reason });
    await world.passTime(3_600);
    for (const id of paused) await resumeOrder(world.merchant(), id);
    await world.passTime(12 * day - 1_800);
    await Promise.all(connections.map(workUntilDone));
    const rows = await world.database.sql`
      select right(o.reference, 1)::int as fate, o.status, count(p.id)::int as payouts, count(distinct o.id)::int as orders
      from orders o left join payouts p on p.order_id = o.id group by 1, 2 order by 1, 2`;
    const each = count / 10;
    const none = { payouts: 0, orders: each };
    expect(rows).toEqual([
      { fate: 0, status: 'disputed', ...none },
      { fate: 1, status: 'on_hold', ...none },
      { fate: 2, status: 'delivered', ...none },
      { fate: 3, status: 'delivered', ...none },
      // An hour stood still, and half of it is left.
      { fate: 4, status: 'delivered', ...none },
      ...[5, 6, 7, 8, 9].map((fate) => ({ fate, status: 'releasing', payouts: each, orders: each })),
    ]);
    await world.passTime(1_801);
    await Promise.all(connections.map(workUntilDone));
    const [late] = await world.database.sql`
      select count(*)::int as released from orders where status = 'releasing' and right(reference, 1) = '4'`;
    expect(late?.released).toBe(each);
    await expectRightBooks();
  },
  byDepth({ quick: 300_000, deep: 1_800_000 }),
);
