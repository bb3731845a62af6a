import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing/database';
import type { RateFeedKey } from '@/db/vocabulary/rates';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { priceOf } from './agree';
import { keepEvidence, readEvidence } from './evidence';
import { exchangeFeed, exchanges } from './exchanges';
import type { Feed } from './feed';
import { feedsOf } from './feeds';
import { followFeed } from './follow-feed';
import { rateJobs } from './jobs';
import { showRatio } from './ratio';
import { readRate } from './read-rate';
import { selectEvidence } from './store';
import { type FakeFeed, type HttpFeedKey, startFakeFeed } from './testing/fake-feed';
import { viewRates } from './view-rates';

const database = testDatabase();
const state = { now: new Date('2026-11-25T14:00:00.000Z') };
const ctx = (): Context => ({
  ...{
    db: database.db,
    clock: { now: () => state.now },
    actor: { kind: 'system', job: 'test' },
    requestId: 'req_test',
  },
});
const pass = (seconds: number) => {
  state.now = addSeconds(state.now, seconds);
};
const keys = ['kraken', 'coinbase', 'bitstamp', 'binance', 'ecb'] as const satisfies HttpFeedKey[];
const dollar = 100_000_000n;
const currencies = ['ETH', 'USDT', 'EUR', 'JPY'];
const fakes = new Map<RateFeedKey, FakeFeed>();
const fake = (key: HttpFeedKey) => fakes.get(key) ?? expect.unreachable();
const feeds: Feed[] = [];

const pricesOf: Record<HttpFeedKey, Record<string, bigint>> = {
  kraken: { ETH: 3_000n * dollar, USDT: 99_960_000n, EUR: 110_000_000n, JPY: 640_000n },
  coinbase: { ETH: 3_001n * dollar, USDT: 99_950_000n },
  bitstamp: { ETH: 3_002n * dollar, USDT: 99_970_000n, EUR: 110_010_000n },
  binance: { ETH: 3_003n * dollar, EUR: 110_050_000n },
  // Units per euro: 1.1 dollars, 171.875 yen.
  ecb: { USD: 110_000_000n, JPY: 17_187_500_000n },
};

beforeEach(async () => {
  await Promise.all([...fakes.values()].map(({ close }) => close()));
  for (const key of keys) fakes.set(key, await startFakeFeed(key, { ...pricesOf[key] }, () => state.now));
  feeds.splice(
    0,
    feeds.length,
    ...feedsOf(
      keys,
      keys.map((key) => [key, fake(key).url] as const),
    ),
  );
  pass(3 * 86_400 * 7);
});
afterAll(() => Promise.all([...fakes.values()].map(({ close }) => close())));

/** One turn of every feed, as the worker has it each ten seconds. */
async function turn(): Promise<void> {
  pass(10.5);
  await Promise.all(feeds.map((feed) => followFeed(ctx(), feed, currencies)));
}

async function shown(currency: string) {
  const { price, because } = priceOf(currency, await selectEvidence(database.db, currencies, state.now));
  return price ? showRatio(price, 4) : because;
}

test('five feeds are read in their own tongues, and the median of what agrees is the price', async () => {
  await turn();
  expect([await shown('ETH'), await shown('USDT')]).toEqual(['3001.3994', '0.9996']);
  expect([await shown('EUR'), await shown('JPY')]).toEqual(['1.10', '0.0064']);
  const { rate, evidence, closed } = await readRate(database.db, 'ETH', 'USDT', state.now);
  expect(showRatio(rate, 4)).toBe('3002.6004');
  expect(closed).toBe(false);
  expect(readEvidence(JSON.parse(JSON.stringify(keepEvidence(evidence))))).toEqual(evidence);
  expect(evidence.readings.map(({ feed, currency }) => `${feed} ${currency}`)).toEqual([
    ...['binance ETH', 'bitstamp ETH', 'coinbase ETH', 'kraken ETH'],
    ...['bitstamp USDT', 'coinbase USDT', 'kraken USDT'],
  ]);
});

test('one that lies, one that is down and one that stands still change nothing, and the operator sees each', async () => {
  fake('kraken').prices.ETH = 30_000n * dollar;
  fake('coinbase').manner = 'down';
  fake('bitstamp').now = () => addSeconds(state.now, -301);
  await turn();
  expect(await shown('ETH')).toBe('too_few');
  await expect(readRate(database.db, 'ETH', 'USDT', state.now)).rejects.toMatchObject({ code: 'rate_unavailable' });
  fake('bitstamp').now = () => state.now;
  fake('coinbase').manner = 'right';
  await turn();
  expect(await shown('ETH')).toBe('3001.7988');
  fake('coinbase').manner = 'down';
  for (const _ of [1, 2, 3, 4, 5, 6, 7]) await turn();
  expect(await shown('ETH')).toMatch(/^300[12]\./);
  const view = await viewRates(database.db, keys, ['ETH'], state.now);
  const byKey = new Map(view.feeds.map((feed) => [feed.feed, feed]));
  expect(byKey.get('coinbase')).toMatchObject({
    state: 'fails',
    trouble: expect.stringContaining('the answer was 503'),
  });
  expect(byKey.get('kraken')).toMatchObject({ state: 'answers', trouble: null });
  expect(view.prices[0]?.leftOut.map(({ reading, because }) => `${reading.feed} ${because}`)).toEqual([
    ...['coinbase stale', 'kraken apart'],
  ]);
});

test('a pair that an exchange does not list hinders no other, and rubbish is no price', async () => {
  delete fake('kraken').prices.USDT;
  fake('bitstamp').manner = 'rubbish';
  await turn();
  const { feeds: told } = await viewRates(database.db, ['kraken', 'bitstamp'], [], state.now);
  expect(told).toMatchObject([
    { state: 'answers', trouble: 'USDT: EQuery:Unknown asset pair' },
    { state: 'fails', trouble: expect.stringMatching(/^ETH: the answer cannot be read; /) },
  ]);
});

test('a slow feed is given up after three seconds, with all that it would be asked', async () => {
  fake('binance').manner = 'slow';
  const started = performance.now();
  await turn();
  expect(performance.now() - started).toBeLessThan(4_500);
  expect(fake('binance').asked).toHaveLength(1);
  expect(await shown('ETH')).toBe('3001.00');
});

test('a feed that fails is asked less and less often, at least every five minutes, and at once again when it answers', async () => {
  fake('coinbase').manner = 'down';
  const asked = () => fake('coinbase').asked.length / 2;
  feeds.splice(0, feeds.length, ...feedsOf(['coinbase'], [['coinbase', fake('coinbase').url]]));
  for (let turns = 0; turns < 120; turns++) await turn();
  expect(asked()).toBeGreaterThan(7);
  expect(asked()).toBeLessThan(14);
  const then = asked();
  for (let turns = 0; turns < 20; turns++) {
    pass(300);
    await turn();
  }
  expect(asked()).toBe(then + 20);
  fake('coinbase').manner = 'right';
  pass(300);
  await turn();
  const before = asked();
  await turn();
  await turn();
  expect(asked()).toBe(before + 2);
});

test('after an outage of 14 days, and a price of its own then, rates come back without a person', async () => {
  await turn();
  expect(await shown('ETH')).toBe('3001.3994');
  for (const key of keys) fake(key).manner = 'down';
  for (let turns = 0; turns < 8; turns++) await turn();
  expect(await shown('ETH')).toBe('too_few');
  pass(14 * 86_400);
  await turn();
  await expect(readRate(database.db, 'ETH', 'USDT', state.now)).rejects.toMatchObject({ code: 'rate_unavailable' });
  for (const key of keys) fake(key).manner = 'right';
  // Only two of them come back, at a price that is far from the last one.
  for (const key of ['kraken', 'binance'] as const) fake(key).prices = { ETH: 900n * dollar, USDT: dollar };
  for (const key of ['coinbase', 'bitstamp'] as const) fake(key).prices = { USDT: dollar };
  pass(300);
  await turn();
  expect(await shown('ETH')).toBe('900.00');
});

test('a clock that was ahead by a year and is set back locks nothing', async () => {
  pass(365 * 86_400);
  await turn();
  pass(-365 * 86_400);
  expect(await shown('ETH')).toBe('too_few');
  await turn();
  expect(await shown('ETH')).toBe('3001.3994');
});

test('a feed leads to the public internet alone, unless its operator named the place', async () => {
  const { url, asked } = fake('kraken');
  const read = (named: boolean) => exchangeFeed(exchanges.kraken, { url, named }).read(['ETH'], state.now);
  expect(await read(false)).toEqual({
    readings: [],
    troubles: [expect.stringContaining('It must start with https://')],
  });
  expect(asked).toEqual([]);
  expect((await read(true)).readings).toHaveLength(1);
});

test('feeds that are taken out of the setting count for nothing once the worker has begun again, the bank included', async () => {
  await turn();
  expect(await shown('EUR')).not.toBe('too_few');
  const [forget] = rateJobs();
  await forget?.run(ctx(), new AbortController().signal, false);
  expect([await shown('EUR'), await shown('ETH')]).toEqual(['too_few', 'too_few']);
});
