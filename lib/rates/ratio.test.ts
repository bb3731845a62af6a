import { expect, test } from 'vitest';
import { downFrom, isWithin, medianOf, over, readRatio, showRatio, times, upFrom, worth } from './ratio';
import { randomFrom } from './testing/random';

const ratioOf = (text: string) => readRatio(text) ?? expect.unreachable();

test.each(['', '0', '0.000', '-1', '1e5', '1,5', 'NaN', '.5', '5.', '12345678901', `0.${'1'.repeat(13)}`, ' 1'])(
  'what is no positive decimal number of a price’s length is none: "%s"',
  (text) => expect(readRatio(text)).toBeNull(),
);

test('no digit is lost: a rate and its inverse come back to the amount', () => {
  const random = randomFrom(1);
  for (let turn = 0; turn < 5_000; turn++) {
    const rate = ratioOf(`${random(90_000) + 1}.${random(1_000_000)}`);
    const units = BigInt(random(2 ** 30)) * 10n ** BigInt(random(20));
    const there = worth(units, 18, rate, 6);
    expect(times(there, over({ numerator: 1n, denominator: 1n }, worth(1n, 18, rate, 6)))).toEqual({
      ...{ numerator: units, denominator: 1n },
    });
    expect(upFrom(there) - downFrom(there)).toBe(there.denominator === 1n ? 0n : 1n);
    expect(
      worth(units + 10n ** 13n, 18, rate, 6).numerator > 0n &&
        upFrom(worth(units + 10n ** 13n, 18, rate, 6)) >= upFrom(there),
    ).toBe(true);
  }
});

test('an amount is worked out whole: 110,000 gas at 30 gwei and 3,000 dollars are 9.90', () => {
  const cost = worth(110_000n * 30_000_000_000n, 18, ratioOf('3000'), 6);
  expect([upFrom(cost), downFrom(cost)]).toEqual([9_900_000n, 9_900_000n]);
  const more = worth(110_000n * 30_000_000_000n + 1n, 18, ratioOf('3000'), 6);
  expect([upFrom(more), downFrom(more)]).toEqual([9_900_001n, 9_900_000n]);
});

test('the median of an odd number is the one in the middle, of an even number half way between two, of none nothing', () => {
  const median = (...texts: string[]) => medianOf(texts.map(ratioOf));
  expect(median('3', '1', '2')).toEqual(ratioOf('2'));
  expect(median('4', '1', '2', '3')).toEqual(ratioOf('2.5'));
  expect(median('7')).toEqual(ratioOf('7'));
  expect(median()).toBeNull();
});

test('a band ends where it says, on both sides', () => {
  const isIn = (text: string) => isWithin(ratioOf(text), ratioOf('100'), 150);
  expect(['98.5', '101.5', '98.49999', '101.50001'].map(isIn)).toEqual([true, true, false, false]);
});

test('a ratio is shown as decimal text', () => {
  expect(showRatio(ratioOf('3021.5'))).toBe('3021.50');
  expect(showRatio({ numerator: 1n, denominator: 3n })).toBe('0.33333333');
});
