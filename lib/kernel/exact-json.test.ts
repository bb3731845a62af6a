import { expect, test } from 'vitest';
import { addDecimals, exactNumber, parseExact, plainDecimal, ReadNumber, shiftDecimal } from './exact-json';

/** The same numbers in every run: a linear congruential generator (Numerical Recipes). */
function randoms(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const random = randoms(20_260_131);
const digits = (count: number) => Array.from({ length: count }, () => random(10)).join('');
/** Base units and places, and the decimal text that they are. */
const amounts = Array.from({ length: 2_000 }, () => {
  const places = random(19);
  const units = BigInt(digits(1 + random(40)));
  const padded = units.toString().padStart(places + 1, '0');
  const point = padded.length - places;
  return { units, places, text: places === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}` };
});

test('any amount of up to 18 places goes through JSON and back without losing a digit', () => {
  for (const { units, places, text } of amounts) {
    const wire = JSON.stringify({ amount: exactNumber(text) });
    expect(wire).toBe(`{"amount":${plainDecimal(text)}}`);
    const read = parseExact(wire);
    expect(read).toEqual({ amount: new ReadNumber(plainDecimal(text) ?? '') });
    expect(shiftDecimal(plainDecimal(text) ?? '', places)).toBe(units.toString());
  }
});

test('a float would have lost some of them, so that the test above can fail', () => {
  const lost = amounts.filter(({ text }) => String(Number(text)) !== plainDecimal(text));
  expect(lost.length).toBeGreaterThan(500);
});

test('sums are exact', () => {
  for (const [index, one] of amounts.entries()) {
    const other = amounts[(index + 7) % amounts.length] ?? one;
    const units = one.units * 10n ** BigInt(18 - one.places) + other.units * 10n ** BigInt(18 - other.places);
    expect(shiftDecimal(addDecimals(one.text, other.text), 18)).toBe(units.toString());
  }
});

test.each([
  ['25.00', '25'],
  ['0.50', '0.5'],
  ['0', '0'],
  ['-0', '0'],
  ['0.000', '0'],
  ['007', '7'],
  ['1.23456789E-10', '0.000000000123456789'],
  ['2.5e3', '2500'],
  ['1e18', '1000000000000000000'],
  ['-1.50', '-1.5'],
  ['129.567245400362788287', '129.567245400362788287'],
])('%s is %s', (text, plain) => {
  expect(plainDecimal(text)).toBe(plain);
});

test.each([
  '',
  ' 1',
  '1 ',
  '+1',
  '.5',
  '5.',
  '1,5',
  '0x10',
  'NaN',
  'Infinity',
  '1e999',
  '1e-999',
  '٣',
  '9'.repeat(201),
])('"%s" is no decimal text', (text) => {
  expect(plainDecimal(text)).toBeNull();
  expect(() => exactNumber(text)).toThrow();
});

test('numbers come as they stood there, and texts, lists and the rest as they are', () => {
  expect(parseExact('{"a":1.10,"b":"1.10","c":[1E2,true,null],"d":{"e":-0.0}}')).toEqual({
    a: new ReadNumber('1.10'),
    b: '1.10',
    c: [new ReadNumber('1E2'), true, null],
    d: { e: new ReadNumber('-0.0') },
  });
});

test('more digits than any amount has are not read at all', () => {
  expect(plainDecimal(`${'0'.repeat(199)}1`)).toBe('1');
  expect(plainDecimal(`${'0'.repeat(200)}1`)).toBeNull();
});
