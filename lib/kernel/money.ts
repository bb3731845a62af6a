import { Refusal } from './errors';

// Money is a count of base units (bigint) with its asset beside it; decimal text exists on the wire only.

const decimalText = /^(0|[1-9]\d{0,59})(?:\.(\d{1,60}))?$/;

/**
 * Reads decimal text ("25.00") as base units of an asset with `decimals` places.
 * Refuses signs, exponents, leading zeros and more places than the asset has; never rounds.
 */
export function parseAmount(text: string, decimals: number, field = 'amount'): bigint {
  const match = decimalText.exec(text);
  if (!match) throw new Refusal('amount_malformed', { field, detail: malformedWords(text) });
  const whole = match[1] ?? '0';
  const fraction = match[2] ?? '';
  if (fraction.length > decimals) {
    throw new Refusal('amount_too_precise', {
      field,
      detail: `The asset has ${decimals} decimals; ${fraction.length} were given.`,
    });
  }
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** What is wrong with a text that is no amount, and what to write instead where that is plain. */
function malformedWords(text: string): string {
  if (text === '') return 'An amount is missing: write it as 25.00.';
  const shown = `"${text.slice(0, 80)}"`;
  const [, whole = '', places = ''] = /^(\d{1,60}),(\d{1,60})$/.exec(text) ?? [];
  // "1,234" is a thousand to some and one and a bit to others: nobody guesses.
  if (places.length === 3) return `${shown} can be read in two ways: write ${whole}.${places} or ${whole}${places}.`;
  if (places) return `${shown} has a comma: write ${whole}.${places}, with a point.`;
  if (/^\d[\d,.' ]*$/.test(text) && /[,' ]/.test(text)) {
    return `${shown} has separators: write digits, and one point before the decimals, as in 1234.50.`;
  }
  return `${shown} is not a decimal number: write it as 25.00.`;
}

export function leastOf(first: bigint, ...others: readonly bigint[]): bigint {
  let least = first;
  for (const one of others) if (one < least) least = one;
  return least;
}

export function greatestOf(first: bigint, ...others: readonly bigint[]): bigint {
  let greatest = first;
  for (const one of others) if (one > greatest) greatest = one;
  return greatest;
}

/** Writes base units as exact decimal text with at least two places: 25000000 of 6 decimals is "25.00". */
export function formatAmount(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const places = Math.min(2, decimals);
  const fraction = digits
    .slice(digits.length - decimals)
    .replace(/0+$/, '')
    .padEnd(places, '0');
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`;
}
