/**
 * An estimate in few digits: "0.000131533" as "0.00014". Rounded away from what the reader hopes: a price up, what they
 * have down. For estimates only, never for what is paid.
 */
export function roughAmount(decimalText: string, direction: 'up' | 'down'): string {
  const [whole = '0', fraction = ''] = decimalText.split('.');
  const leading = whole === '0' ? (/^0*/.exec(fraction)?.[0].length ?? 0) : 0;
  const places = whole === '0' ? leading + 2 : 4;
  if (fraction.length <= places) return decimalText;
  const kept = BigInt(whole + fraction.slice(0, places));
  const lost = /[1-9]/.test(fraction.slice(places));
  const digits = (direction === 'up' && lost ? kept + 1n : kept).toString().padStart(places + 1, '0');
  const decimals = digits.slice(-places).replace(/0+$/, '').padEnd(2, '0');
  return `${digits.slice(0, -places)}.${decimals}`;
}
