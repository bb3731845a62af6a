import { encodeFunctionData } from 'viem';
import { beforeAll, expect, test } from 'vitest';
import { byDepth } from '@/db/testing/depth';
import { demoAccount } from '@/demo/accounts';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { checkLedger } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { testDesk as payingDesk } from '@/lib/payouts/testing/desk';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { players } from '@/lib/reconcile/testing/players';

const world = testWorld();
const paying = payingDesk(world);
const desk = testDesk(world);
const steps = 90;
/** Of the games whose players say what they like, one after the other. */
const outflows: number[] = [];
/** A test's title says which seed it was: to play the same game again, put it in the place of `another`. */
const another = Math.floor(Math.random() * 1_000_000);
const seeds = byDepth({
  quick: { honest: [37], others: [5, another] },
  deep: { honest: [37, 71, another], others: [5, 61, another] },
});

beforeAll(async () => {
  const args = [demoAccount('other').address, 10n ** 12n] as const;
  await paying.usdt('faucet', encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args }));
  await desk.declare('admin');
  await desk.declare('other');
});

/** What must be so after every single step. */
async function expectSound(told: string): Promise<void> {
  const { sql } = world.database;
  const twice = await sql`
    select payout_id from transfers where status in ('prepared', 'submitted', 'confirming', 'unknown', 'confirmed')
    group by payout_id having count(*) > 1`;
  const reused = await sql`
    select hash from transfers where status in ('confirming', 'confirmed') group by hash, log_index having count(*) > 1`;
  const unproved = await sql`
    select p.id from payouts p where (p.status = 'completed') <> exists (
      select 1 from transfers t where t.payout_id = p.id and t.status = 'confirmed')`;
  const [sums] = await sql<{ paid: string; booked: string; owed: string; open: string }[]>`
    select
      (select coalesce(sum(net), 0) from payouts where status = 'completed')::text as paid,
      (select coalesce(sum(case when debit = 'paid' then amount else -amount end), 0) from entries
        where 'paid' in (debit, credit))::text as booked,
      (select coalesce(sum(gross), 0) from payouts
        where rail = 'wallet' and status in ('pending', 'processing', 'awaiting_approval'))::text as open,
      (select coalesce(sum(case when debit = 'owed' then amount else -amount end), 0) from entries
        where 'owed' in (debit, credit))::text as owed`;
  const wrong = { twice, reused, unproved, paid: sums?.paid, owed: sums?.owed };
  expect(wrong, told).toEqual({ twice: [], reused: [], unproved: [], paid: sums?.booked, owed: sums?.open });
}

/** Lets everything come to rest: final, looked after, and held against the chain. */
async function rest(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await world.settle();
    await followPayments(world.system(), 'local');
  }
  await desk.reconcile();
  await world.settle();
  await desk.reconcile();
}

test.each(seeds.honest)(
  'seed %i: honest people never pay twice, with any fault of network, pages and workers',
  async (seed) => {
    const game = players(world, paying, seed, true);
    for (let step = 0; step < steps; step++) {
      await game.step();
      await expectSound(game.log.join(' '));
      const key = (one: { to: string; amount: bigint }) => `${one.to.toLowerCase()} ${one.amount}`;
      const left = Map.groupBy(await game.outflows(), key);
      for (const [to, logs] of left) {
        const due = game.payouts.filter(
          ({ payee, amount }) => key({ to: payee, amount: BigInt(amount.replace('.', '')) * 10_000n }) === to,
        );
        expect(logs.length, `${to}: ${game.log.join(' ')}`).toBeLessThanOrEqual(due.length);
      }
    }
    await rest();
    await expectSound('at rest');
  },
  120_000,
);

test.each(seeds.others)(
  'seed %i: all that left is settled or left to be explained, with anything that people sign and say',
  async (seed) => {
    const game = players(world, paying, seed, false);
    for (let step = 0; step < steps; step++) {
      await game.step();
      await expectSound(game.log.join(' '));
    }
    await rest();
    await expectSound('at rest');
    const { sql } = world.database;
    const known = await sql<{ hash: string; log_index: number }[]>`
    select hash, log_index from transfers where status = 'confirmed' union
    select hash, log_index from differences where hash is not null`;
    const told = new Set(known.map((row) => `${row.hash} ${row.log_index}`));
    const lost = (await game.outflows()).filter(({ hash, logIndex }) => !told.has(`${hash} ${logIndex}`));
    expect(lost, game.log.join(' ')).toEqual([]);
    outflows.push((await game.outflows()).length);
  },
  120_000,
);

test('something was paid, and after all of this the books balance', async () => {
  expect(Math.max(...outflows)).toBeGreaterThan(4);
  await rollUpBalances(world.system());
  expect(await checkLedger(world.system())).toMatchObject({ faults: [] });
});
