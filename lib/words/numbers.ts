import type { Language } from '@/db/vocabulary/mails';
import { localeOf } from './locale';

/**
 * "1234567.50" as the language writes it, such as "1.234.567,50", in Latin digits. Text in, text out: no digit is lost to a
 * float, nothing is rounded.
 */
export function groupedIn(language: Language, decimalText: string): string {
  const [, sign = '', whole = '0', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimalText) ?? ['', '', '', undefined];
  if (whole === '') return decimalText;
  const grouped = sign + new Intl.NumberFormat(localeOf(language), { useGrouping: 'always' }).format(BigInt(whole));
  return fraction === undefined ? grouped : grouped + pointIn(language) + fraction;
}

function pointIn(language: Language): string {
  const parts = new Intl.NumberFormat(localeOf(language)).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
