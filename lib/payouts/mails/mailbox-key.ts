import { timingSafeEqual } from 'node:crypto';
import type { Language } from '@/db/vocabulary/mails';
import { keyedHash } from '@/lib/kernel/secrets';
import { linkOf } from '@/lib/payouts/link';
import type { Payout } from '@/lib/payouts/store';

/**
 * What a link has that was mailed, and no other: who brings it has read a mail to this address, or was given it by who
 * did. It proves nothing to anybody; it keeps some codes a day for the mailbox that a stranger with the link cannot use up.
 */
function keyOf(payout: Payout, token: string): string {
  return keyedHash(`${payout.id} ${payout.recipientEmail} ${token}`, 'mailbox key').slice(0, 24);
}

export function mailedLink(payout: Payout, token: string, language: Language | null): string {
  const query = new URLSearchParams({ k: keyOf(payout, token), ...(language && { lang: language }) });
  return `${linkOf(token)}?${query}`;
}

export function isMailboxKey(payout: Payout, token: string, given: string | undefined): boolean {
  const key = Buffer.from(keyOf(payout, token));
  const other = Buffer.from(given ?? '');
  return key.length === other.length && timingSafeEqual(key, other);
}
