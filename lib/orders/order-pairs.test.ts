import { expect, test, vi } from 'vitest';
import { byDepth } from '@/db/testing/depth';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import type { Context } from '@/lib/access/actor';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lockOrder } from './core/locked-store';
import { statusOf } from './core/status';
import { findOrder } from './core/store';
import { deliverOrder } from './deliver';
import { refundOrder, releaseLocked, releaseOrder } from './release';
import { resolveOrder } from './resolve';
import { disputeOrder, holdOrder, resumeOrder } from './stop';
import { orderWorld } from './testing/order-world';
import { payOut, takeBack } from './testing/play-chain';

vi.setConfig({ testTimeout: 180_000 });

const world = testWorld();
const { interleavings } = interleaver(world.database);
const { newOrder, expectRightBooks } = orderWorld(world);
const { merchantId } = world;

/** An order with 70.00 held, and a payout of 30.00 that is open. */
type Subject = { id: string; part: string };
type Verb = (ctx: Context, subject: Subject) => Promise<unknown>;

const words = { reason: 'By chance' };
const system = (ctx: Context): Context => ({ ...ctx, actor: { kind: 'system', job: 'test' } });

const onPayout: Record<string, Verb> = {
  'cancel the payout': (ctx, { part }) => cancelPayout(ctx, part),
  'the chain pays': (ctx, { part: id }) => payOut(system(ctx), { merchantId, id }),
};
const inDelivery: Record<string, Verb> = {
  release: (ctx, { id }) => releaseOrder(ctx, id, {}),
  'release a part': (ctx, { id }) => releaseOrder(ctx, id, { amount: '60.00' }),
  refund: (ctx, { id }) => refundOrder(ctx, id, {}),
  'release by the clock': (ctx, { id }) =>
    ctx.db.transaction(async (tx) => releaseLocked(tx, system(ctx), await lockOrder(tx, { merchantId, id }))),
  hold: (ctx, { id }) => holdOrder(ctx, id, words),
  dispute: (ctx, { id }) => disputeOrder(ctx, id, words),
  deliver: (ctx, { id }) => deliverOrder(ctx, id, {}),
  ...onPayout,
};
const inDispute: Record<string, Verb> = {
  'resolve for the seller': (ctx, { id }) => resolveOrder(ctx, id, { release: '70.00', refund: '0.00' }),
  'resolve for both': (ctx, { id }) => resolveOrder(ctx, id, { release: '20.00', refund: '50.00' }),
  refund: (ctx, { id }) => refundOrder(ctx, id, {}),
  ...onPayout,
};
const onHold: Record<string, Verb> = {
  resume: (ctx, { id }) => resumeOrder(ctx, id),
  dispute: (ctx, { id }) => disputeOrder(ctx, id, words),
  release: (ctx, { id }) => releaseOrder(ctx, id, {}),
  ...onPayout,
};
const oncePaid: Record<string, Verb> = {
  'the block is lost': (ctx, { part: id }) => takeBack(system(ctx), { merchantId, id }),
  release: (ctx, { id }) => releaseOrder(ctx, id, {}),
  refund: (ctx, { id }) => refundOrder(ctx, id, {}),
};

async function newSubject(): Promise<Subject> {
  const { id } = await newOrder();
  const { new_payouts: made } = await releaseOrder(world.merchant(), id, { amount: '30.00' });
  return { id, part: made[0]?.id ?? '' };
}

const after = (verb: Verb) => async () => {
  const subject = await newSubject();
  await verb(world.merchant(), subject);
  return subject;
};

const pairsOf = (from: () => Promise<Subject>, verbs: Record<string, Verb>) =>
  Object.entries(verbs).flatMap(([first, one]) =>
    Object.entries(verbs).map(([second, other]) => ({ from, first, second, one, other })),
  );
const every = [
  ...pairsOf(newSubject, inDelivery),
  ...pairsOf(
    after((ctx, { id }) => disputeOrder(ctx, id, words)),
    inDispute,
  ),
  ...pairsOf(
    after((ctx, { id }) => holdOrder(ctx, id, words)),
    onHold,
  ),
  ...pairsOf(
    after((ctx, { part: id }) => payOut(system(ctx), { merchantId, id })),
    oncePaid,
  ),
].map((pair, turn) => ({ ...pair, turn }));
/** Every run takes some of the pairs; the deep one all of them. */
const pairs = every.filter(({ turn }) => turn % byDepth({ quick: 21, deep: 1 }) === 0);

test.each(pairs)('$first, stopped before each of its statements, and $second lose and make no money', async (pair) => {
  const runs = interleavings(
    { turn: pair.turn },
    pair.from,
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
