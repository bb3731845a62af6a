declare global {
  interface JSON {
    /** ES2026: a value that `stringify` writes as exactly this text. */
    rawJSON(text: string): object;
    /** ES2026: the reviver also gets the source text of a number. */
    parse(
      text: string,
      reviver: (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown,
    ): unknown;
  }
}

const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
/** More than any asset needs; keeps "1e999" from becoming a thousand zeros, and reading quick. */
const maxPlaces = 100;
const maxLetters = 200;

/** A number for `JSON.stringify` that keeps every digit of this decimal text. */
export function exactNumber(text: string): object {
  const plain = plainDecimal(text);
  if (plain === null) throw new Error('Only decimal text can be written as a number');
  return JSON.rawJSON(plain);
}

/** A number in JSON that was read, as the text that stood there. */
export class ReadNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Reads JSON without ever going through a float: each number comes as a `ReadNumber`. Throws on bad JSON. */
export function parseExact(text: string): unknown {
  return JSON.parse(text, (_key, value, { source }) =>
    typeof value === 'number' ? new ReadNumber(source ?? '') : value,
  );
}

/** The shortest decimal text of the same value, without exponent: "25.00" and "2.5e1" are "25". Null for anything else. */
export function plainDecimal(text: string): string | null {
  const match = text.length > maxLetters ? null : decimal.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const places = fraction.length - Number(exponent);
  if (Math.abs(places) > maxPlaces) return null;
  const digits = (whole + fraction).padEnd(whole.length + fraction.length + Math.max(0, -places), '0');
  const padded = digits.padStart(Math.max(0, places) + 1, '0');
  const point = padded.length - Math.max(0, places);
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = padded.slice(point).replace(/0+$/, '');
  const plain = right ? `${left}.${right}` : left;
  return plain === '0' ? plain : sign + plain;
}

/** The exact sum of two decimal texts that are not negative. */
export function addDecimals(one: string, other: string): string {
  const [a, b] = [plainDecimal(one), plainDecimal(other)];
  if (a === null || b === null) throw new Error('Only decimal text can be added');
  const placesOf = (text: string) => text.split('.')[1]?.length ?? 0;
  const places = Math.max(placesOf(a), placesOf(b));
  const units = (text: string) => BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text)));
  const sum = plainDecimal(`${units(a) + units(b)}e-${places}`);
  if (sum === null) throw new Error('The sum has too many places');
  return sum;
}

/** The same decimal with its point moved to the right: "25.5" by 2 is "2550". */
export function shiftDecimal(text: string, places: number): string {
  const plain = plainDecimal(text);
  const shifted = plain === null ? null : plainDecimal(`${plain}e${places}`);
  if (shifted === null) throw new Error('Only decimal text can be shifted');
  return shifted;
}
