import { expect, test } from 'vitest';
import { relayedClaims } from '@/db/schema';
import type { Context } from '@/lib/access/actor';
import { testDesk } from '@/lib/desk/testing/desk';
import { newId } from '@/lib/kernel/ids';
import type { NewPayout } from '@/lib/payouts/store';
import { saveReadings } from '@/lib/rates/store';
import { readingAt } from '@/lib/rates/testing/reading';
import { viewRelayCosts } from './costs';

const desk = testDesk();
const { member } = desk;
const gwei = 1_000_000_000n;
type Row = Partial<typeof relayedClaims.$inferInsert>;

/** A payout, and what our accounts did for it. */
async function sent(at: string, row: Row = {}, given: Partial<NewPayout> = {}) {
  const completedAt = row.status && row.status !== 'paid' ? undefined : new Date(at);
  const payout = await desk.payout({ status: completedAt ? 'completed' : 'pending', completedAt, ...given });
  await again(payout, at, row);
  return payout;
}

async function again({ id: payoutId, merchantId, chain }: Awaited<ReturnType<typeof sent>>, at: string, row: Row) {
  const [createdAt, recipient] = [new Date(at), `0x${'7'.repeat(40)}`];
  await desk.database.db.insert(relayedClaims).values({
    ...{ id: newId('relayedClaim', createdAt.getTime()), merchantId, payoutId, chain, recipient, status: 'paid' },
    ...{ cost: 100_000n * gwei, notBefore: createdAt, createdAt, updatedAt: createdAt, ...row },
  });
}

const costs = (query = {}, ctx: Context = member()) => viewRelayCosts(ctx, query);
const eth = (amount: string) => ({ amount, currency: 'ETH' });

test('a day says what was sent, what it took, what its fees brought and what no fee stands against', async () => {
  await sent('2026-03-10T10:00:00Z');
  await sent('2026-03-10T11:00:00Z', {}, { gross: 10_000_000n, net: 10_000_000n });
  await sent('2026-03-10T12:00:00Z', { status: 'ended', because: 'failed_often', cost: 30_000n * gwei });
  await sent('2026-03-10T13:00:00Z', { status: 'queued', cost: null });
  await sent('2026-03-10T14:00:00Z', {}, { symbol: 'EURC' });
  await sent('2026-03-11T14:00:00Z', {}, { merchantId: 'mer_two' });
  const without_fee = { payouts: 2, network_fee: eth('0.00013') };
  const fees = [
    { asset: 'EURC', amount: '0.50' },
    { asset: 'USDC', amount: '0.50' },
  ];
  const line = {
    day: '2026-03-10',
    chain: 'base',
    paid: 3,
    waiting: 1,
    network_fee: eth('0.00033'),
    fees,
    ...{ fees_worth: null, shortfall: null },
    without_fee,
  };
  expect(await costs()).toEqual([line]);
  expect(await costs({}, member('mer_two'))).toMatchObject([{ paid: 1, fees: [{ asset: 'USDC' }] }]);
});

test('a payout whose claim was sent again brings its fee once, and what each try took counts', async () => {
  const payout = await sent('2026-02-01T10:00:00Z', { status: 'ended', because: 'not_mined' });
  await desk.database.sql`update payouts set status = 'completed', completed_at = created_at where id = ${payout.id}`;
  await again(payout, '2026-02-01T11:00:00Z', {});
  await again(payout, '2026-02-01T12:00:00Z', {});
  const [line] = await costs({ from: '2026-02-01', to: '2026-02-01' });
  expect(line).toMatchObject({ network_fee: eth('0.0003'), fees: [{ asset: 'USDC', amount: '0.50' }] });
});

test('days are the asker’s own, both ends included, and no more than 92 of them', async () => {
  await sent('2026-01-01T23:30:00Z');
  const berlin = member('mer_one', 'owner', 'usr_ann', 'Europe/Berlin');
  const day = { from: '2026-01-02', to: '2026-01-02' };
  expect([await costs(day, berlin), await costs(day)]).toMatchObject([[{ day: '2026-01-02', paid: 1 }], []]);
  expect(await costs({ from: '2026-01-01', to: '2026-04-02' })).not.toEqual([]);
  await expect(costs({ from: '2026-01-01', to: '2026-04-03' })).rejects.toMatchObject({ code: 'invalid_request' });
});

/** What two feeds say now that each of these is worth, in dollars. */
async function worthNow(prices: Record<string, string>): Promise<void> {
  const now = member().clock.now();
  const readings = Object.entries(prices).flatMap(([currency, price]) =>
    (['kraken', 'bitstamp'] as const).map((feed) => readingAt(now, feed, currency, price)),
  );
  await desk.database.db.transaction((tx) => saveReadings(tx, readings));
}

test('a day says by how much its fees fall short of what the network took, at rates of now, and nothing without a rate', async () => {
  const asked = { from: '2026-02-20', to: '2026-02-20' };
  await sent('2026-02-20T10:00:00Z', { cost: 300_000n * gwei });
  expect(await costs(asked)).toMatchObject([{ fees_worth: null, shortfall: null }]);
  await worthNow({ ETH: '2000', USDC: '1' });
  expect(await costs(asked)).toMatchObject([{ fees_worth: eth('0.00025'), shortfall: eth('0.00005') }]);
  await sent('2026-02-20T11:00:00Z', { cost: 100_000n * gwei });
  expect(await costs(asked)).toMatchObject([{ fees_worth: eth('0.0005'), shortfall: null }]);
  await sent('2026-02-20T12:00:00Z', { cost: 900_000n * gwei }, { symbol: 'EURC' });
  expect(await costs(asked)).toMatchObject([{ fees_worth: null, shortfall: null }]);
});
