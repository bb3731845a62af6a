import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import type { Context } from '@/lib/access/actor';
import { testPortal } from '@/lib/http/testing/test-portal';
import { payOut, takeBack } from '@/lib/orders/testing/play-chain';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { selectUnevenPurses } from './core/store';
import { admitReward, reverseReward } from './decide';
import { receiveReward } from './receive';
import { queryOf, signed, type Values } from './testing/earn';
import { rewardDesk } from './testing/reward-desk';
import { listRewards } from './view';

// One case is dozens of runs; how long that takes depends on what else the machine does.
vi.setConfig({ testTimeout: 180_000 });

const portal = testPortal();
const desk = rewardDesk(portal);
const { interleavings } = interleaver(portal);
const { merchant, redeem, view } = desk;

/** A user with 5,000 coins, 2,000 of them in an open payout, and 300 more that a cap holds. */
type Subject = { user: string; told: Values; requestKey: string; payout: string } & Record<'booked' | 'held', string>;
type Verb = (ctx: Context, subject: Subject) => Promise<unknown>;

const reason = { reason: 'A test says so' };
const key = (id: string) => ({ merchantId: desk.owner().merchantId, id });
const hear = (ctx: Context, values: Values) => receiveReward(ctx, { params: { source }, search: queryOf(values) });

const verbs: Record<string, Verb> = {
  cancel: (ctx, { payout }) => cancelPayout(ctx, payout),
  payment: (ctx, { payout }) => payOut(ctx, key(payout)),
  'payment and its loss': async (ctx, { payout }) => {
    await payOut(ctx, key(payout));
    await takeBack(ctx, key(payout));
  },
  'the redeem again': (ctx, { user, requestKey }) => redeem(user, { coins: 2_000 }, { ...ctx, requestKey }),
  'another redeem': (ctx, { user }) => redeem(user, { coins: 1_000 }, ctx),
  'a reversal': (ctx, { booked }) => reverseReward(ctx, booked, reason),
  'letting it in': (ctx, { held }) => admitReward(ctx, held, reason),
  'a reversal of what is held': (ctx, { held }) => reverseReward(ctx, held, reason),
  'the callback again': (ctx, { told }) => hear(ctx, told),
  'another callback': (ctx, { user }) => hear(ctx, signed({ user_uuid: user })),
};

let source = '';
beforeAll(async () => {
  source = (await desk.newSource({ max_earned_per_day: 5_000 })).id;
});

async function newSubject(): Promise<Subject> {
  const user = desk.newUser();
  const told = signed({ user_uuid: user, coin_amount: '5000' });
  await desk.tell({ id: source }, told);
  await desk.tell({ id: source }, signed({ user_uuid: user, coin_amount: '300' }));
  const [held, booked] = (await listRewards(merchant(), { user, limit: 2 })).data.map(({ id }) => id);
  const requestKey = randomUUID();
  const { payout } = await redeem(user, { coins: 2_000 }, { ...merchant(), requestKey });
  return { user, told, requestKey, payout: payout.id, held: held ?? '', booked: booked ?? '' };
}

const all = Object.entries(verbs);
const pairs = all
  .flatMap(([first, one], at) => all.slice(at).map(([second, other]) => ({ first, second, one, other })))
  .map((pair, turn) => ({ ...pair, turn }));

test.each(pairs)(
  '$first, stopped before each of its statements, and $second lose no coin and make none',
  async (pair) => {
    const runs = interleavings(
      pair,
      newSubject,
      (db, subject) => pair.one({ ...merchant(), db }, subject),
      (subject) => pair.other(merchant(), subject),
    );
    for await (const { subject, outcomes } of runs) {
      expect(sortOutcomes(outcomes).faults).toEqual([]);
      expect(await selectUnevenPurses(portal.db, desk.owner().merchantId)).toEqual([]);
      const { redemptions } = await view(subject.user);
      expect(redemptions.filter(({ status }) => status === 'open').length).toBeLessThan(2);
      expect(new Set(redemptions.map(({ payout }) => payout.id)).size).toBe(redemptions.length);
    }
  },
);

test('the books hold what each user has', async () => {
  await desk.expectRightBooks();
});
