import { idPattern } from '@/lib/kernel/ids';
import type { PayoutList } from './schema';

/** What a text in the search box most likely is. `text` is as it was typed, for when it is a reference after all. */
export type Search = { by: Exclude<PayoutList['found_by'], null>; value: string; text: string };

const payoutId = idPattern('payout');
const transferId = idPattern('transfer');

export function readSearch(text: string): Search {
  const value = text.toLowerCase();
  if (payoutId.test(value) || transferId.test(value)) return { by: 'id', value, text };
  if (/^0x[0-9a-f]{64}$/.test(value)) return { by: 'hash', value, text };
  if (/^0x[0-9a-f]{40}$/.test(value)) return { by: 'address', value, text };
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return { by: 'email', value, text };
  return asText(text);
}

/** Some of a reference or of a description, however it is written. */
export function asText(text: string): Search {
  return { by: 'text', value: text, text };
}

export function asReference(text: string): Search {
  return { by: 'reference', value: text, text };
}
