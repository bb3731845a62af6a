/** "1234567.50" as "1,234,567.50". Text in, text out: no digit is ever lost to a float. */
export function groupDigits(decimalText: string): string {
  const [whole = '', fraction] = decimalText.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The same for every amount of a sentence: digits that a currency follows, as in "1000.00 USDT". */
export function groupAmounts(sentence: string): string {
  return sentence.replace(/\d+(\.\d+)?(?= [A-Z])/g, groupDigits);
}
