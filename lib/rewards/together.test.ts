import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testPortal } from '@/lib/http/testing/test-portal';
import { earn, signed } from './testing/earn';
import { rewardDesk } from './testing/reward-desk';

const portal = testPortal();
const desk = rewardDesk(portal);
const { newSource, newUser, tell, coinsOf } = desk;

const states = (results: readonly PromiseSettledResult<unknown>[]) => results.map(({ status }) => status);
const forty = <T>(make: (index: number) => T) => Array.from({ length: 40 }, (_, index) => make(index));

test('callbacks in hand at the same time are booked in few transactions, and each is answered once its own is booked', async () => {
  const source = await newSource();
  const users = forty(newUser);
  const answers = await Promise.all(
    users.map(async (user_uuid) => {
      await tell(source, signed({ user_uuid }));
      return coinsOf(user_uuid);
    }),
  );
  expect(new Set(answers)).toEqual(new Set(['100']));
  const [made] = await portal.sql`
    select count(*)::int as rewards, count(distinct xmin::text)::int as transactions from rewards where source_id = ${source.id}`;
  expect(made?.rewards).toBe(40);
  expect(made?.transactions).toBeLessThan(10);
  await desk.expectRightBooks();
});

test('one that the database refuses fails alone, and nothing of it is kept', async () => {
  const source = await newSource();
  const users = forty(newUser);
  const bad = users[20] ?? '';
  await portal.sql`create function refuse_reward() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`;
  await portal.sql.unsafe(`create trigger refuse_reward before insert on rewards for each row
    when (new.user_uuid = '${bad}') execute function refuse_reward()`);
  const results = await Promise.allSettled(users.map((user_uuid) => tell(source, signed({ user_uuid }))));
  await portal.sql`drop trigger refuse_reward on rewards`;
  expect(states(results)).toEqual(forty((index) => (index === 20 ? 'rejected' : 'fulfilled')));
  const kept = await portal.sql`select from reward_purses where user_uuid = ${bad}`;
  expect(kept).toHaveLength(0);
  await tell(source, signed({ user_uuid: bad }));
  expect(await coinsOf(bad)).toBe('100');
  await desk.expectRightBooks();
});

test('of callbacks at the same time, a user’s count one after the other against the cap of a day', async () => {
  const source = await newSource({ max_earned_per_day: 1_000 });
  const user_uuid = newUser();
  await Promise.all(forty(() => tell(source, signed({ user_uuid }))));
  const sums = await portal.sql`
    select status, sum(coins)::int as coins from rewards where user_uuid = ${user_uuid} group by 1 order by 1`;
  expect([...sums]).toEqual([
    { status: 'booked', coins: 1_000 },
    { status: 'held', coins: 3_000 },
  ]);
  await desk.expectRightBooks();
});

test('one that is booked only after the first of the next day begins no day again', async () => {
  const source = await newSource({ max_earned_per_day: 1_000 });
  const user_uuid = newUser();
  const hear = (time: string, coin_amount: string) => {
    const ctx = { ...desk.context({ kind: 'claimant' }), clock: { now: () => new Date(time) } };
    return earn(ctx, source, { user_uuid, coin_amount });
  };
  await hear('2026-03-02T00:00:01Z', '1000');
  await hear('2026-03-01T23:59:59Z', '1');
  await hear('2026-03-02T00:00:02Z', '1000');
  expect(await coinsOf(user_uuid)).toBe('1000');
  await hear('2026-03-03T00:00:01Z', '1000');
  expect(await coinsOf(user_uuid)).toBe('2000');
  await desk.expectRightBooks();
});

test('one id for forty users at the same time is booked for one of them, and the others are refused', async () => {
  const source = await newSource();
  const trans_uuid = randomUUID();
  const results = await Promise.allSettled(forty(() => tell(source, signed({ trans_uuid, user_uuid: newUser() }))));
  expect(states(results).filter((state) => state === 'fulfilled')).toHaveLength(1);
  const [made] = await portal.sql`select count(*)::int as n from rewards where source_id = ${source.id}`;
  const [purses] = await portal.sql`select count(*)::int as n from reward_purses where source_id = ${source.id}`;
  expect([made?.n, purses?.n]).toEqual([1, 1]);
});
