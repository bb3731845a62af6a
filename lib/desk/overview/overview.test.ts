import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import {
  breakers,
  deliveries,
  deskHours,
  differences,
  endpoints,
  events,
  paymentSignings,
  payouts,
  transfers,
} from '@/db/schema';
import { noon, testDesk } from '@/lib/desk/testing/desk';
import { sumPaid } from '@/lib/vaults/store';
import { keepHours } from './hours';
import { keepLiabilities, maxSummedAtOnce, readLiabilities } from './liabilities';
import { viewOverview } from './overview';

const desk = testDesk();
const hours = (count: number) => new Date(noon.getTime() - count * 3_600_000);
const system = () => ({ ...desk.member(), actor: { kind: 'system' as const, job: 'test' } });

async function paid(merchantId: string, completedAt: Date, secondsEarlier: number, net = 24_500_000n) {
  const createdAt = new Date(completedAt.getTime() - secondsEarlier * 1000);
  return desk.payout({ merchantId, status: 'completed', createdAt, completedAt, net });
}

beforeAll(async () => {
  await paid('mer_one', hours(1), 100);
  await paid('mer_one', hours(2), 100, 1n);
  await paid('mer_one', hours(3), 5_000);
  await paid('mer_one', hours(30), 90);
  await paid('mer_one', hours(31 * 24), 90);
  await paid('mer_two', hours(1), 100);
  await desk.payout({ createdAt: hours(2) });
  await desk.payout({ createdAt: hours(50), status: 'awaiting_approval' });
  await desk.payout({ createdAt: hours(24 * 100), chain: 'bsc', symbol: 'USDT', decimals: 18, gross: 3n * 10n ** 18n });
  await desk.payout({ createdAt: hours(20), status: 'failed' });
});

test('today, the last days, waiting times and liabilities add up, for one merchant alone', async () => {
  const { today, days, paid, waits, open } = await viewOverview(desk.member());
  expect(today).toMatchObject({ day: '2026-03-15', created: 4, paid: 3 });
  expect(today.assets).toEqual([{ chain: 'base', symbol: 'USDC', created: 4, paid: 3, amount: '49.000001' }]);
  expect([days.length, days[0], days.at(-1)]).toEqual([30, '2026-02-14', '2026-03-15']);
  expect(paid).toHaveLength(1);
  expect(paid[0]?.counts.slice(-3)).toEqual([0, 1, 3]);
  expect(paid[0]?.amounts.slice(-2)).toEqual(['24.50', '49.000001']);
  expect(waits.bars.filter((bar) => bar.count > 0)).toEqual([
    { words: '1 to 5 min', count: 3 },
    { words: '1 to 4 h', count: 1 },
  ]);
  expect(open.assets).toEqual([
    expect.objectContaining({
      symbol: 'USDC',
      counts: [1, 1, 0, 0, 0],
      amounts: ['25.00', '25.00', '0.00', '0.00', '0.00'],
    }),
    expect.objectContaining({ symbol: 'USDT', counts: [0, 0, 0, 0, 1], total: '3.00' }),
  ]);
  expect((await viewOverview(desk.member('mer_two'))).today).toMatchObject({ created: 1, paid: 1 });
});

test.each([
  // In Kathmandu the day begins within an hour of UTC: three quarters of an hour later it was noon in London.
  ['Asia/Kathmandu', '2026-03-15', '2026-03-14T18:15:00.000Z'],
  ['Asia/Kolkata', '2026-03-15', '2026-03-14T18:30:00.000Z'],
  ['America/Los_Angeles', '2026-03-15', '2026-03-15T07:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-03-16', '2026-03-15T10:00:00.000Z'],
])('in %s it is %s, and what was paid since its first moment counts to it, kept or not', async (zone, day, start) => {
  const first = new Date(start);
  const merchantId = `mer_${zone.split('/')[1]}`;
  await desk.merchant(merchantId, `usr_${merchantId}`);
  await paid(merchantId, new Date(first.getTime() - 1), 10);
  await paid(merchantId, first, 10);
  await paid(merchantId, new Date(first.getTime() + 1_000), 10);
  const ctx = desk.member(merchantId, 'owner', `usr_${merchantId}`, zone);
  const counted = await viewOverview(ctx);
  expect([counted.today.day, counted.days.at(-1), counted.today.paid]).toEqual([day, day, 2]);
  expect(counted.paid[0]?.counts.slice(-2)).toEqual([1, 2]);
  while ((await keepHours(system())) > 0);
  expect(await viewOverview(ctx)).toEqual(counted);
});

test('kept hours say the same as counting, and a payment taken back is no longer in them', async () => {
  const drawn = () => sumPaid(desk.database.db, 'mer_one', hours(29 * 24 + 0.5), hours(0));
  const before = await viewOverview(desk.member());
  const drawnBefore = await drawn();
  expect(drawnBefore[0]?.total).toBeGreaterThan(0n);
  while ((await keepHours(system())) > 0);
  expect(await drawn()).toEqual(drawnBefore);
  const kept = await desk.database.db.select().from(deskHours).where(eq(deskHours.merchantId, 'mer_one'));
  expect(kept).toHaveLength(30 * 24 + 11);
  expect(await viewOverview(desk.member())).toEqual(before);
  await desk.database.db.execute(
    sql`update desk_hours set figures = '[]' where hour = ${hours(3).toISOString()}::timestamptz`,
  );
  expect((await viewOverview(desk.member())).today.paid).toBe(2);
  const drawnOfKept = await drawn();
  expect(drawnOfKept).not.toEqual(drawnBefore);

  const [last] = await desk.database.db
    .select()
    .from(payouts)
    .where(eq(payouts.completedAt, hours(2)));
  await desk.database.db
    .update(payouts)
    .set({ status: 'failed', completedAt: null })
    .where(eq(payouts.id, last?.id ?? ''));
  expect((await viewOverview(desk.member())).today.paid).toBe(1);
  const left = (drawnOfKept[0]?.total ?? 0n) - (last?.gross ?? 0n);
  expect(await drawn()).toMatchObject([{ total: left }]);
  while ((await keepHours(system())) > 0);
  expect((await viewOverview(desk.member())).today.paid).toBe(1);
  expect(await drawn()).toMatchObject([{ total: left }]);
});

test('what needs a person is counted once, and nothing of another merchant', async () => {
  const { db } = desk.database;
  const moved = await desk.payout({ status: 'processing', updatedAt: hours(5) });
  await desk.transfer(moved, { status: 'unknown' });
  await desk.payout({ obstacle: 'funds', obstacleSince: hours(1) });
  await desk.payout({ rail: 'wallet', vaultId: null, claimId: null, feeCollector: null });
  await db.insert(endpoints).values([
    {
      id: 'we_1',
      merchantId: 'mer_one',
      url: 'https://a.example',
      dialect: 'standard',
      events: ['*'],
      secret: 's',
      createdAt: noon,
    },
    {
      id: 'we_2',
      merchantId: 'mer_one',
      url: 'https://b.example',
      dialect: 'standard',
      events: ['*'],
      secret: 's',
      createdAt: noon,
      status: 'paused',
      pauseReason: 'gone',
    },
    {
      id: 'we_3',
      merchantId: 'mer_one',
      url: 'https://c.example',
      dialect: 'standard',
      events: ['*'],
      secret: 's',
      createdAt: noon,
    },
  ]);
  await db.insert(endpoints).values({
    ...{ id: 'we_4', merchantId: 'mer_one', url: 'https://d.example', dialect: 'standard' },
    ...{ events: ['*'], secret: 's', createdAt: noon },
  });
  const failing = { merchantId: 'mer_one', failingSince: noon, probeAt: noon };
  await db.insert(breakers).values([
    { ...failing, endpointId: 'we_1', failures: 5 },
    { ...failing, endpointId: 'we_3', failures: 4 },
  ]);
  const data = {};
  await db.insert(events).values({
    id: 'ev_1',
    merchantId: 'mer_one',
    type: 'payout.created',
    subjectKind: 'payout',
    subjectId: moved.id,
    subjectVersion: 1,
    data,
    createdAt: noon,
  });
  await db.insert(deliveries).values({
    ...{ id: 'de_1', merchantId: 'mer_one', eventId: 'ev_1', endpointId: 'we_1', subjectId: moved.id, position: 1 },
    ...{ status: 'exhausted', startedAt: noon, nextAttemptAt: noon, createdAt: noon },
  });
  // Answered 404 once, which starts no rest.
  await db.insert(deliveries).values({
    ...{ id: 'de_2', merchantId: 'mer_one', eventId: 'ev_1', endpointId: 'we_4', subjectId: moved.id, position: 1 },
    ...{ attempts: 1, tries: 1, startedAt: noon, nextAttemptAt: noon, createdAt: noon },
  });
  const differs = {
    merchantId: 'mer_one',
    topic: 'outgoing',
    kind: 'unexplained',
    chain: 'local',
    reasonCode: 'no_payout_explains',
    reasonFacts: {},
  } as const;
  const found = { ...differs, foundAt: noon, updatedAt: noon };
  const standings = ['open', 'assigned', 'resolved'] as const;
  await db
    .insert(differences)
    .values(standings.map((status) => ({ ...found, id: `di_${status}`, key: status, status })));
  expect((await viewOverview(desk.member())).needs).toEqual({
    ...{
      approval: 1,
      payment: 1,
      vaults: 0,
      unanswered: 0,
      funds: 1,
      blocked: 0,
      stuck: 1,
      failed: 2,
      unknown: 1,
      exhausted: 1,
      endpoints: 3,
      differences: 2,
      disputes: 0,
    },
  });
  const other = (await viewOverview(desk.member('mer_two'))).needs;
  expect(Object.values(other).every((count) => count === 0)).toBe(true);
});

test('with very many open payouts the sum is the worker’s, a minute old at most while it runs', async () => {
  const { db } = desk.database;
  const one = await desk.payout({ merchantId: 'mer_two', reference: 'many' });
  await db.execute(sql`
    insert into payouts (id, merchant_id, vault_id, status, rail, chain, symbol, token, decimals, gross, fee, net,
      fee_payer, fee_collector, recipient_type, reference, claim_id, expires_at, created_at, updated_at)
    select substr(id, 1, 16) || lpad(n::text, 13, '0'), merchant_id, vault_id, status, rail, chain, symbol, token, decimals,
      gross, fee, net, fee_payer, fee_collector, recipient_type, 'many-' || n, 1000 + n, expires_at, created_at, updated_at
    from payouts, generate_series(1, ${maxSummedAtOnce}) n where id = ${one.id}`);
  const count = async (now: Date) => (await readLiabilities(db, 'mer_two', now)).figures[0]?.count;
  expect(await count(noon)).toBe(maxSummedAtOnce + 1);
  expect(await keepLiabilities(system())).toBe(1);
  await desk.payout({ merchantId: 'mer_two', reference: 'later' });
  expect(await count(noon)).toBe(maxSummedAtOnce + 1);
  expect((await readLiabilities(db, 'mer_two', noon)).asOf).toEqual(noon);
  expect(await count(new Date(noon.getTime() + 301_000))).toBe(maxSummedAtOnce + 2);
});

test('a payment that a wallet was asked for is not to be paid, and needs a person once the wallet was silent for long', async () => {
  const needsNow = async () => {
    const { payment, unanswered } = (await viewOverview(desk.member('mer_two'))).needs;
    return { payment, unanswered };
  };
  const payout = await desk.payout({
    ...{ merchantId: 'mer_two', rail: 'wallet', vaultId: null, claimId: null, feeCollector: null },
  });
  const from = '0x00000000000000000000000000000000000000aa';
  await desk.database.db.insert(paymentSignings).values({
    ...{ id: 'sg_1', merchantId: 'mer_two', chain: payout.chain, symbol: payout.symbol, token: payout.token },
    ...{ way: 'transfer', sender: from, senderKind: 'key', nonceFloor: 0, count: 1, total: payout.net },
    ...{ userId: 'usr_ann', tab: 'a_tab_of_it', createdAt: noon },
  });
  const prepared = { status: 'prepared', hash: null, signingId: 'sg_1', sender: from } as const;
  const transfer = await desk.transfer(payout, prepared);
  expect(await needsNow()).toEqual({ payment: 1, unanswered: 0 });
  const asked = (askedAt: Date) =>
    desk.database.db.update(transfers).set({ askedAt }).where(eq(transfers.id, transfer.id));
  await asked(new Date(noon.getTime() - 60_000));
  expect(await needsNow()).toEqual({ payment: 0, unanswered: 0 });
  await asked(hours(1));
  expect(await needsNow()).toEqual({ payment: 0, unanswered: 1 });
});
