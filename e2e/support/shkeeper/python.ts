/** Python's ways that show on the wire: sorted keys, compact JSON with a line end, and the text of a Decimal. */

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Compact JSON with its keys sorted, as the server writes answers (with a line end) and callbacks (without). */
export function pythonJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

const decimalPattern = /^\s*([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+))?\s*$/;

/** A decimal as digits and an exponent: `digits` × 10^`exponent`. */
export type Decimal = { sign: '' | '-'; digits: string; exponent: number };

/** Reads what Python's Decimal reads; null where it throws ConversionSyntax. */
export function readDecimal(text: string): Decimal | null {
  const [, sign, mantissa = '', power = '0'] = decimalPattern.exec(text) ?? [];
  if (sign === undefined) return null;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  return { sign: sign === '-' ? '-' : '', digits, exponent: Number(power) - fraction.length };
}

/** `str(Decimal)`: plain digits, and with an exponent for what is smaller than 1e-6. */
export function decimalText({ sign, digits, exponent }: Decimal): string {
  const adjusted = exponent + digits.length - 1;
  if (exponent > 0 || adjusted < -6) {
    const [first = '0', rest] = [digits[0], digits.slice(1)];
    const mantissa = rest ? `${first}.${rest}` : first;
    return `${sign}${mantissa}E${adjusted < 0 ? '' : '+'}${adjusted}`;
  }
  if (exponent === 0) return sign + digits;
  const padded = digits.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

/** Base units of a token with `decimals`; what is finer is cut off, as the wallet's own conversion does. */
export function unitsOf({ sign, digits, exponent }: Decimal, decimals: number): bigint {
  const shift = exponent + decimals;
  const units = shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : BigInt(digits) / 10n ** BigInt(-shift);
  return sign === '-' ? -units : units;
}

/** A decimal with exactly ten digits behind the point, as the server's table keeps amounts. */
export function tenDecimals(decimal: Decimal): string {
  const units = unitsOf(decimal, 10).toString().replace('-', '').padStart(11, '0');
  return `${decimal.sign}${units.slice(0, -10)}.${units.slice(-10)}`;
}

/** How a Python float of this amount reads: `100.0`, `0.5`, `1e-07`. */
export function floatText(decimal: Decimal): string {
  const value = Number(decimalText(decimal));
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
