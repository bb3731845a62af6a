/** Exact fractions of whole numbers: what is worked out with them loses nothing until it is named which way it goes. */
export type Ratio = { numerator: bigint; denominator: bigint };

/** Longer ones are no prices; what is worked out of these fits the database. */
const decimalText = /^(\d{1,10})(?:\.(\d{1,12}))?$/;

/** Reads decimal text; null for what is no positive number. */
export function readRatio(text: string): Ratio | null {
  const [, whole, fraction = ''] = decimalText.exec(text) ?? [];
  if (whole === undefined) return null;
  const numerator = BigInt(whole + fraction);
  return numerator > 0n ? ratio(numerator, 10n ** BigInt(fraction.length)) : null;
}

/** In lowest terms. */
export function ratio(numerator: bigint, denominator: bigint): Ratio {
  let [big, small] = [numerator, denominator];
  while (small > 0n) [big, small] = [small, big % small];
  return { numerator: numerator / big, denominator: denominator / big };
}

export const one: Ratio = { numerator: 1n, denominator: 1n };

export function times(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function over(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Half way between two. */
export function between(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, 2n * a.denominator * b.denominator);
}

/** Below 0 where the first is less, 0 where they are the same. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The one in the middle; of an even number, half way between the two in the middle. Null of none. */
export function medianOf(values: readonly Ratio[]): Ratio | null {
  const sorted = [...values].sort(compare);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low && high ? between(low, high) : null;
}

/** Whether a value is at most so many hundredths of a percent away from what it is held against. */
export function isWithin(value: Ratio, from: Ratio, basisPoints: number): boolean {
  const difference = value.numerator * from.denominator - from.numerator * value.denominator;
  const distance = difference < 0n ? -difference : difference;
  return distance * 10_000n <= BigInt(basisPoints) * from.numerator * value.denominator;
}

/** The least whole number that is not below it. */
export function upFrom({ numerator, denominator }: Ratio): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/** The greatest whole number that is not above it. */
export function downFrom({ numerator, denominator }: Ratio): bigint {
  return numerator / denominator;
}

/** What base units of one currency are worth in those of another; not yet a whole number of them. */
export function worth(units: bigint, fromDecimals: number, rate: Ratio, toDecimals: number): Ratio {
  return ratio(units * rate.numerator * 10n ** BigInt(toDecimals), rate.denominator * 10n ** BigInt(fromDecimals));
}

/** As text that is read again: `numerator/denominator`. */
export function writeRatio({ numerator, denominator }: Ratio): string {
  return `${numerator}/${denominator}`;
}

export function readKeptRatio(text: string): Ratio {
  const [numerator = '', denominator = ''] = text.split('/');
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** About the same as decimal text, for people; never read again. */
export function showRatio({ numerator, denominator }: Ratio, places = 8): string {
  const units = (numerator * 10n ** BigInt(places)) / denominator;
  const digits = units.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/(\.\d\d\d*?)0+$/, '$1');
}
