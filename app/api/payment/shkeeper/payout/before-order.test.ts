import { beforeAll, expect, test } from 'vitest';
import { scopes } from '@/db/vocabulary/people';
import { demoAccount } from '@/demo/accounts';
import { createApiKey } from '@/lib/access/api-keys';
import { silentGateway } from '@/lib/doors/testing/silent-gateway';
import { call } from '@/lib/http/testing/test-portal';
import { orderWorld } from '@/lib/orders/testing/order-world';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import * as pay from './route';

/** A purchase's seller is paid alone or by an order, never by both. */
const world = testWorld();
const { newOrder, expectRightBooks } = orderWorld(world);
let apiKey = '';

beforeAll(async () => {
  globalThis.drawbridgeConnection = world.database;
  const { db } = world.database;
  const { merchantId } = world;
  apiKey = (await createApiKey(db, { merchantId, name: 'test', scopes, now: new Date() })).key;
  await silentGateway(db, { merchantId, wallet: `0x${'6f'.repeat(20)}` });
});

const payAlone = async (purchaseRequestId: string, change: object = {}) => {
  const who = { purchaseRequestId, sellerOfferId: 'offer-1', buyerId: 'buyer-1', sellerId: 'seller-1' };
  const body = { ...who, amount: '100.00', recipientAddress: demoAccount('customer').address, ...change };
  const answer = await call(pay.POST, { method: 'POST', apiKey, body });
  return { status: answer.status, ...(await answer.json()) };
};
const refusedAs = (payoutId: string) => ({
  code: 'purchase_paid',
  facts: { field: 'reference', extra: { payout_id: payoutId } },
});
const paidOut = async (purchase: string) => {
  const { sql } = world.database;
  const [row] = await sql`select count(*)::int as payouts from payouts p left join orders o on o.id = p.order_id
    where coalesce(o.reference, p.metadata ->> 'purchaseRequestId') = ${purchase}`;
  return row?.payouts;
};

test.each([
  ['pending', 'alone-1'],
  ['processing', 'alone-2'],
  ['completed', 'alone-3'],
  ['failed', 'alone-4'],
])('a purchase whose seller was paid alone, and that payment is %s, gets no order', async (status, reference) => {
  const { data } = await payAlone(reference, { sellerOfferId: 'another-offer' });
  await world.database.sql`update payouts set status = ${status} where id = ${data.id}`;
  await expect(newOrder({ reference })).rejects.toMatchObject(refusedAs(data.id));
  await world.database.sql`update payouts set status = 'pending' where id = ${data.id}`;
  await expectRightBooks();
});

test('what the name of another purchase begins with keeps no order from being made', async () => {
  await payAlone('alone-50');
  await expect(newOrder({ reference: 'alone-5' })).resolves.toMatchObject({ status: 'funded' });
});

test('once the payment alone is cancelled, the order is made and pays its seller', async () => {
  const reference = 'alone-6';
  const { data } = await payAlone(reference);
  await cancelPayout(world.merchant(), data.id);
  await newOrder({ reference, rail: 'wallet' });
  const { data: release } = await payAlone(reference);
  expect(release).toMatchObject({ rail: 'wallet', status: 'pending' });
});

test('of an order and a payment at the same moment one wins, and the seller has one payment', async () => {
  const rounds = Array.from({ length: 12 }, (_, at) => `race-${at}`);
  for (const reference of rounds) {
    const [order, payment] = await Promise.allSettled([
      newOrder({ reference, rail: 'wallet' }),
      payAlone(reference),
      payAlone(reference),
    ]);
    expect(payment).toMatchObject({ status: 'fulfilled', value: { status: 200 } });
    const [orders] = await world.database.sql`select count(*)::int as n from orders where reference = ${reference}`;
    expect([orders?.n, await paidOut(reference)]).toEqual([order.status === 'fulfilled' ? 1 : 0, 1]);
  }
  await expectRightBooks();
});

test.each([
  ['the order', 'held-1', 'order'],
  ['the payment', 'held-2', 'payment'],
] as const)('where %s comes first, the other one waits for it and knows of it', async (_what, reference, first) => {
  const make = { order: () => newOrder({ reference, rail: 'wallet' }), payment: () => payAlone(reference) };
  const second = { order: make.payment, payment: make.order }[first];
  const name = `purchase ${world.merchantId} ${reference}`;
  const waiting = await world.database.sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
    const [one] = [make[first]()];
    await waiters(1);
    const other = second();
    await waiters(2);
    return [one, other];
  });
  const [, then] = await Promise.allSettled(waiting);
  const expected = {
    order: { status: 'fulfilled', value: { status: 200, data: { rail: 'wallet' } } },
    payment: { status: 'rejected', reason: { code: 'purchase_paid' } },
  };
  expect(then).toMatchObject(expected[first]);
  expect(await paidOut(reference)).toBe(1);
});

/** So many of this database wait for a lock by name. */
async function waiters(count: number): Promise<void> {
  await expect
    .poll(async () => {
      const rows = await world.database.sql`select from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and not l.granted and d.datname = current_database()`;
      return rows.length;
    })
    .toBe(count);
}
