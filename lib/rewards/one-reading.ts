import { type Callback, signedText } from './read-callback';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const uuidLength = 36;

/**
 * Whether the signed text can be read in this way only, as to whose coins it tells of, which and how many: `sid` is made over
 * values without anything between them, so "1" and "23" are signed like "12" and "3". `currencies`: all names of this source.
 */
export function isOnlyReading(callback: Callback, currencies: readonly string[]): boolean {
  const { user_uuid, currency } = callback;
  const text = signedText(callback).slice(uuidLength);
  const after = user_uuid.length + currency.length;
  const ends = placesOfCoins(text, [...currencies, currency]);
  return (
    ends.length === 1 &&
    ends[0] === after &&
    isOnlyUser(text, callback, currencies) &&
    isOnlyNumber(text.slice(after), callback)
  );
}

/** Where a name of coins ends that a digit follows, behind at least one character of a user. */
function placesOfCoins(text: string, currencies: readonly string[]): number[] {
  const ends = Array.from({ length: text.length }, (_, index) => index);
  return ends.filter(
    (end) =>
      /^\d/.test(text.slice(end)) && currencies.some((name) => end > name.length && text.slice(0, end).endsWith(name)),
  );
}

/** A user named by a UUID ends with it; before the coins of others the longest name counts. */
function isOnlyUser(text: string, { user_uuid, currency }: Callback, currencies: readonly string[]): boolean {
  if (uuid.test(text)) return user_uuid.length === uuidLength;
  const both = user_uuid + currency;
  return !currencies.some((name) => name.length > currency.length && name.length < both.length && both.endsWith(name));
}

/**
 * Whether the id of a device shows where the number of coins ends: one that is a UUID does. Another one that begins with a
 * digit leaves it open, and the first callback under its `trans_uuid` counts.
 */
function isOnlyNumber(text: string, { coin_amount }: Callback): boolean {
  const digits = /^\d*/.exec(text)?.[0].length ?? 0;
  const lengths = Array.from({ length: digits }, (_, index) => index + 1);
  const shown = lengths.find((length) => uuid.test(text.slice(length)));
  return shown === undefined || shown === coin_amount.length;
}
