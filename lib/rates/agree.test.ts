import { expect, test } from 'vitest';
import { byDepth } from '@/db/testing/depth';
import { rateFeedKeys } from '@/db/vocabulary/rates';
import { addSeconds } from '@/lib/kernel/clock';
import { type Evidence, priceOf, rateOf } from './agree';
import { keepEvidence, readEvidence } from './evidence';
import type { Reading } from './feed';
import { readRatio, showRatio } from './ratio';
import { randomFrom } from './testing/random';
import { readingAt } from './testing/reading';

/** A Wednesday. */
const now = new Date('2026-11-25T12:00:00.000Z');
const saturday = new Date('2026-11-28T12:00:00.000Z');
const hour = 3_600;

const by = (at: Date, readings: Reading[], known: Evidence['known'] = []): Evidence => ({ at, readings, known });
const shown = (currency: string, evidence: Evidence) => {
  const { price, because, kept, leftOut } = priceOf(currency, evidence);
  return [
    price ? showRatio(price) : because,
    kept.map(({ feed }) => feed),
    leftOut.map((one) => `${one.reading.feed} ${one.because}`),
  ];
};
const eth = (...prices: string[]) =>
  prices.map((price, index) => readingAt(now, rateFeedKeys[index] ?? 'ecb', 'ETH', price));
const agreed = (price: string, agreedAt: Date) => ({
  currency: 'ETH',
  price: readRatio(price) ?? expect.unreachable(),
  agreedAt,
});

test('one that lies ten times is left out, and the median of the others stands', () => {
  expect(shown('ETH', by(now, eth('3000', '3003', '30010', '3001')))).toEqual([
    ...['3001.00', ['chainlink', 'kraken', 'bitstamp'], ['coinbase apart']],
  ]);
  expect(shown('ETH', by(now, eth('3000', '3002', '300')))).toEqual([
    '3001.00',
    ['chainlink', 'kraken'],
    ['coinbase apart'],
  ]);
});

test('two that do not agree are none: nobody can say which of them lies', () => {
  expect(shown('ETH', by(now, eth('3000', '30000')))).toEqual(['too_few', [], ['chainlink apart', 'kraken apart']]);
  expect(shown('ETH', by(now, eth('3000', '3001', '6000', '6001'))).slice(0, 2)).toEqual(['too_few', []]);
  expect(shown('ETH', by(now, eth('3000')))).toEqual(['too_few', ['chainlink'], []]);
  expect(shown('ETH', by(now, []))).toEqual(['too_few', [], []]);
});

test('an old reading counts for nothing, and neither does one that our clock has not come to', () => {
  const [first, second, third] = eth('3000', '3001', '3002');
  const old = { ...(third ?? expect.unreachable()), validUntil: addSeconds(now, -1) };
  const early = { ...(third ?? expect.unreachable()), readAt: addSeconds(now, 61), validUntil: addSeconds(now, 121) };
  const two = [first, second].flatMap((one) => one ?? []);
  expect(shown('ETH', by(now, [...two, old]))[2]).toEqual(['coinbase stale']);
  expect(shown('ETH', by(now, [...two, early]))[2]).toEqual(['coinbase stale']);
  expect(shown('ETH', by(addSeconds(now, 61), eth('3000', '3001', '3002')))[0]).toBe('too_few');
});

test('what is counted in USDT is worth what USDT is worth, and nothing where nobody knows that', () => {
  const inUsdt = readingAt(now, 'binance', 'ETH', '3000', { against: 'USDT' });
  const usdt = (price: string) => [readingAt(now, 'kraken', 'USDT', price), readingAt(now, 'bitstamp', 'USDT', price)];
  const oracle = readingAt(now, 'chainlink', 'ETH', '2970');
  expect(shown('ETH', by(now, [inUsdt, oracle, ...usdt('0.99')]))[0]).toBe('2970.00');
  expect(shown('ETH', by(now, [inUsdt, oracle]))).toEqual(['too_few', ['chainlink'], ['binance no_cross']]);
  const circle = readingAt(now, 'binance', 'USDT', '1', { against: 'USDT' });
  expect(shown('USDT', by(now, [circle]))).toEqual(['too_few', [], ['binance no_cross']]);
});

test('a stable currency that is no dollar any more has no price, and others are still counted in it rightly', () => {
  const usdt = (price: string) => [readingAt(now, 'kraken', 'USDT', price), readingAt(now, 'bitstamp', 'USDT', price)];
  expect(shown('USDT', by(now, usdt('0.98')))[0]).toBe('0.98');
  expect(shown('USDT', by(now, usdt('0.9799')))[0]).toBe('depegged');
  expect(shown('USDT', by(now, usdt('1.0201')))[0]).toBe('depegged');
  const evidence = by(now, [
    ...usdt('0.90'),
    ...eth('2700'),
    readingAt(now, 'binance', 'ETH', '3000', { against: 'USDT' }),
  ]);
  expect(shown('ETH', evidence)[0]).toBe('2700.00');
  expect(rateOf('ETH', 'USDT', evidence)).toMatchObject({ rate: null, because: { currency: 'USDT', why: 'depegged' } });
});

test('a jump asks for a third feed, and for an hour at most: no outage locks it', () => {
  const known = [agreed('2000', addSeconds(now, -10))];
  expect(shown('ETH', by(now, eth('3000', '3001'), known))[0]).toBe('jumped');
  expect(shown('ETH', by(now, eth('3000', '3001', '3002'), known))[0]).toBe('3001.00');
  expect(shown('ETH', by(now, eth('2190', '2191'), known))[0]).toBe('2190.50');
  for (const seconds of [-hour, -14 * 24 * hour, 14 * 24 * hour]) {
    expect(shown('ETH', by(now, eth('3000', '3001'), [agreed('2000', addSeconds(now, seconds))]))[0]).toBe('3000.50');
  }
});

test('at the weekend currencies of states may be twice as far apart, and the answer says so', () => {
  const euro = (at: Date) =>
    by(at, [readingAt(at, 'chainlink', 'EUR', '1.10'), readingAt(at, 'kraken', 'EUR', '1.13')]);
  expect(priceOf('EUR', euro(now))).toMatchObject({ because: 'too_few', closed: false });
  expect(priceOf('EUR', euro(saturday))).toMatchObject({ because: null, closed: true });
  expect(rateOf('USD', 'EUR', euro(saturday))).toMatchObject({ closed: true });
});

const campaign = byDepth({ quick: 1_000, deep: 10_000 });

test(`${campaign} random answers are worked out again from what is kept of them, to the last digit`, () => {
  const random = randomFrom(7);
  const near = (middle: number, spread: number) => (middle * (1 + (random(2 * spread) - spread) / 10_000)).toFixed(8);
  let found = 0;
  for (let turn = 0; turn < campaign; turn++) {
    const at = addSeconds(now, random(14 * 24 * hour));
    const readings = ['ETH', 'USDT', 'EUR'].flatMap((currency, index) =>
      rateFeedKeys.slice(0, random(7)).map((feed) => {
        const price = near([3000, 1, 1.1][index] ?? 1, [120, 60, 90][index] ?? 1);
        const against = feed === 'binance' ? ('USDT' as const) : ('USD' as const);
        return readingAt(addSeconds(at, -random(80)), feed, currency, price, { against });
      }),
    );
    const known = [agreed(near(3000, 2_000), addSeconds(at, -random(2 * hour)))];
    const evidence = { at, readings, known };
    const again = readEvidence(JSON.parse(JSON.stringify(keepEvidence(evidence))));
    for (const [from, to] of [
      ['ETH', 'USDT'],
      ['EUR', 'ETH'],
      ['USD', 'EUR'],
    ] as const) {
      const answer = rateOf(from, to, evidence);
      expect(rateOf(from, to, again)).toEqual(answer);
      found += answer.rate ? 1 : 0;
    }
    // Worked out by another road: sorted numbers, not fractions.
    const { price, kept } = priceOf('EUR', evidence);
    const direct = kept.filter(({ against }) => against === 'USD').map((one) => Number(showRatio(one.price, 12)));
    const inside = [...direct, Number.POSITIVE_INFINITY].sort((a, b) => a - b);
    const isBetween = price === null || kept.length > direct.length || Number(showRatio(price, 12)) >= (inside[0] ?? 0);
    expect(isBetween).toBe(true);
  }
  expect(found).toBeGreaterThan(campaign);
});
