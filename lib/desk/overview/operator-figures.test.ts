import { and, eq, gte, inArray, lt, notInArray, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { deskHours, deskLiabilities, payouts } from '@/db/schema';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { noon, testDesk } from '@/lib/desk/testing/desk';
import { selectOpenCounts, selectVolumes } from '@/lib/operators/merchants/store';
import { selectFees } from '@/lib/operators/state/store';
import { keepHours } from './hours';

/** What operators read of merchants in figures that the desk keeps. */
const desk = testDesk();
const ids = ['mer_one', 'mer_two'] as const;
const hours = (count: number) => new Date(noon.getTime() - count * 3_600_000);
const since = hours(30 * 24 - 0.3);
const system = () => ({ ...desk.member(), actor: { kind: 'system' as const, job: 'test' } });
const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(Math.random() * list.length)] ?? list[0];
const statuses = [...payoutStatuses, 'completed', 'completed', 'completed'] as const;

beforeAll(async () => {
  for (let index = 0; index < 300; index++) {
    const status = pick(statuses);
    const completedAt = status === 'completed' ? hours(Math.random() * 32 * 24) : null;
    const asset = pick([
      { chain: 'base', symbol: 'USDC', decimals: 6 },
      { chain: 'bsc', symbol: 'USDT', decimals: 18 },
    ] as const);
    const gross = 1_000_000n + BigInt(Math.floor(Math.random() * 1e9));
    await desk.payout({ merchantId: pick(ids), status, completedAt, ...asset, gross, createdAt: hours(33 * 24) });
  }
});

/** Adds up the payouts themselves. */
async function plainVolumes(from: Date, to: Date) {
  const { merchantId, chain, symbol, decimals } = payouts;
  const rows = await desk.database.db
    .select({
      ...{ merchantId, chain, symbol, decimals, payouts: sql<number>`count(*)::int` },
      net: sql`sum(net)`.mapWith(BigInt),
      fee: sql`sum(fee)`.mapWith(BigInt),
    })
    .from(payouts)
    .where(
      and(
        ...[inArray(merchantId, [...ids]), eq(payouts.status, 'completed')],
        ...[gte(payouts.completedAt, from), lt(payouts.completedAt, to)],
      ),
    )
    .groupBy(merchantId, chain, symbol, decimals)
    .orderBy(merchantId, chain, symbol);
  return rows;
}

const volumes = () => selectVolumes(desk.database.db, ids, since);

const days = { from: hours(29 * 24 + 12), to: hours(2 * 24 + 12) };

/** Fees of whole days, a row at a time, as a file of many pages asks for them. */
async function feesByPages() {
  const all: Awaited<ReturnType<typeof selectFees>> = [];
  let before: number;
  do {
    before = all.length;
    all.push(...(await selectFees(desk.database.db, days, all.at(-1) ?? null, 1)));
  } while (all.length > before);
  return all.map(({ merchant: _name, ...row }) => row);
}

test('volumes and fees are the sums of the payouts, whichever hours are kept and whichever are not', async () => {
  const { db } = desk.database;
  const [plain, fees] = [await plainVolumes(since, noon), await plainVolumes(days.from, days.to)];
  expect([plain.length, fees.length]).toEqual([4, 4]);
  expect([await volumes(), await feesByPages()]).toEqual([plain, fees]);
  while ((await keepHours(system())) > 0);
  expect([await volumes(), await feesByPages()]).toEqual([plain, fees]);
  await db.execute(sql`delete from desk_hours where extract(hour from hour)::int % 5 = 0`);
  // As an earlier version kept them.
  await db.execute(sql`update desk_hours set figures = (
    select coalesce(jsonb_agg(one - 'fees'), '[]') from jsonb_array_elements(figures) one) where extract(day from hour)::int % 3 = 0`);
  expect([await volumes(), await feesByPages()]).toEqual([plain, fees]);
  await db.update(deskHours).set({ figures: [] });
  expect(await volumes()).not.toEqual(plain);
  expect(await feesByPages()).not.toEqual(fees);
  await db.delete(deskHours);
  expect(await volumes()).toEqual(plain);
});

test('open payouts are counted, or are as many as a worker counted within some minutes, with those that are being paid', async () => {
  const { db } = desk.database;
  const open = async () => (await selectOpenCounts(db, ['mer_one'], hours(0.1)))[0]?.open;
  const own = eq(payouts.merchantId, 'mer_one');
  const plain = await db.$count(
    payouts,
    and(own, notInArray(payouts.status, ['completed', 'failed', 'cancelled', 'expired'])),
  );
  const processing = await db.$count(payouts, and(own, eq(payouts.status, 'processing')));
  expect([plain > processing, processing > 0, await open()]).toEqual([true, true, plain]);
  const asset = { chain: 'base', symbol: 'USDC', decimals: 6, units: '1' } as const;
  const figures = [0, 1].map((age) => ({ ...asset, age, count: 40_000 }));
  await db.insert(deskLiabilities).values({ merchantId: 'mer_one', figures, asOf: noon });
  expect(await open()).toBe(80_000 + processing);
  await db.update(deskLiabilities).set({ asOf: hours(0.2) });
  expect(await open()).toBe(plain);
});
