/** "1234567.50" as "1,234,567.50". Text in, text out: no digit is ever lost to a float. */
export function groupDigits(decimalText: string): string {
  const [whole = '', fraction] = decimalText.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
