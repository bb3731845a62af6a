import { beforeAll, expect, test, vi } from 'vitest';
import { byDepth } from '@/db/testing/depth';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { silentGateway } from '@/lib/doors/testing/silent-gateway';
import { failUnpayable } from '@/lib/gateways/submissions/fail-unpayable';
import { objectToOrder, takeMoreTime } from '@/lib/orders/clock/buyer';
import { changeSeller, linkBuyer } from '@/lib/orders/clock/change-seller';
import { freeze } from '@/lib/orders/clock/freeze';
import { lockOrder } from '@/lib/orders/core/locked-store';
import { statusOf } from '@/lib/orders/core/status';
import { findOrder } from '@/lib/orders/core/store';
import { deliverOrder } from '@/lib/orders/deliver';
import { refundOrder, releaseLocked, releaseOrder } from '@/lib/orders/release';
import { disputeOrder, holdOrder } from '@/lib/orders/stop';
import { orderWorld } from '@/lib/orders/testing/order-world';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { tryAgain } from '@/lib/unpaid/try-again';
import { reason } from '@/lib/wire/reason';
import { paySeller } from './pay-seller';
import { paySellerBody } from './schema';

vi.setConfig({ testTimeout: 180_000 });

/** What buyer, seller, desk and order flow ask of one order at the same moment. */
const world = testWorld();
const { interleavings } = interleaver(world.database);
const { newOrder, expectRightBooks } = orderWorld(world);
const { merchantId } = world;

/** A delivered order that holds everything: a part of it failed at its gateway. */
type Subject = { id: string; part: string; token: string; reference: string };
type Verb = (ctx: Context, subject: Subject) => Promise<unknown>;

const words = { reason: 'By chance' };
const as = (ctx: Context, actor: Context['actor']): Context => ({ ...ctx, actor });
const system = (ctx: Context) => as(ctx, { kind: 'system', job: 'test' });
const claimant = (ctx: Context) => as(ctx, { kind: 'claimant' });
const customer = demoAccount('customer').address;

const askedForOnce: Record<string, Verb> = {
  'an objection': (ctx, { token }) => objectToOrder(claimant(ctx), token, {}),
  'more time': (ctx, { token }) => takeMoreTime(claimant(ctx), token),
  'another address': (ctx, { id }) => changeSeller(ctx, id, { address: demoAccount('other').address }),
  'a further attempt': (ctx, { part }) => tryAgain(as(ctx, world.member('owner').actor), part),
  'the order flow': (ctx, { reference: purchaseRequestId }) => {
    const who = { purchaseRequestId, sellerOfferId: 'offer-1', buyerId: 'buyer-1', sellerId: 'seller-1' };
    return paySeller(ctx, paySellerBody.parse({ ...who, amount: '70.00', recipientAddress: customer }));
  },
};
const every: Record<string, Verb> = {
  ...askedForOnce,
  'a release': (ctx, { id }) => releaseOrder(ctx, id, {}),
  'a refund': (ctx, { id }) => refundOrder(ctx, id, {}),
  'a release by time': (ctx, { id }) =>
    ctx.db.transaction(async (tx) => releaseLocked(tx, system(ctx), await lockOrder(tx, { merchantId, id }))),
  'want of cover': (ctx, { id }) =>
    ctx.db.transaction(async (tx) => freeze(tx, system(ctx), await lockOrder(tx, { merchantId, id }), 'no_cover')),
  'a hold': (ctx, { id }) => holdOrder(ctx, id, words),
  'a dispute': (ctx, { id }) => disputeOrder(ctx, id, words),
  'a cancellation': (ctx, { part }) => cancelPayout(ctx, part),
};

beforeAll(() => silentGateway(world.database.db, { merchantId, wallet: `0x${'6f'.repeat(20)}` }));

async function newSubject(): Promise<Subject> {
  const { id, reference } = await newOrder({ rail: 'shkeeper' });
  await deliverOrder(world.merchant(), id, {});
  const part = (await releaseOrder(world.merchant(), id, { amount: '30.00' })).new_payouts[0]?.id ?? '';
  await failUnpayable(world.system(), { merchantId, id: part }, reason('gateway_failed', { words: '' }));
  // Its time goes on, so that more of it can be taken.
  await world.database.sql`update orders set frozen_for = '{}', frozen_since = null, remaining_ms = null,
    auto_release_at = now() + interval '5 days' where id = ${id}`;
  const { url } = await linkBuyer(world.merchant(), id);
  return { id, part, reference, token: new URL(url).pathname.split('/')[2] ?? '' };
}

const pairs = Object.entries(every)
  .flatMap(([first, one]) => Object.entries(every).map(([second, other]) => ({ first, second, one, other })))
  .filter(({ first, second }) => first in askedForOnce || second in askedForOnce)
  .map((pair, turn) => ({ ...pair, turn }))
  .filter(({ turn }) => turn % byDepth({ quick: 19, deep: 1 }) === 0);

test.each(pairs)('$first, stopped before each of its statements, and $second pay nobody twice', async (pair) => {
  const runs = interleavings(
    { turn: pair.turn },
    newSubject,
    async (db, subject) => pair.one({ ...world.merchant(), db }, subject),
    (subject) => pair.other(world.merchant(), subject),
  );
  for await (const { subject, outcomes } of runs) {
    expect(sortOutcomes(outcomes).faults).toEqual([]);
    const order = (await findOrder(world.database.db, { merchantId, id: subject.id })) ?? expect.unreachable();
    expect(order).toMatchObject({ status: statusOf(order), funded: 100_000_000n });
  }
  await expectRightBooks();
});
