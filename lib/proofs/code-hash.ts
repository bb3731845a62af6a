import { keyedHash } from '@/lib/kernel/secrets';
import type { Payout } from '@/lib/payouts/store';

/** What is kept of a code: without our key a million numbers cannot be tried against it. */
export function codeHash(payout: Payout, browser: string, code: string): string {
  return keyedHash(`${payout.id} ${browser} ${code}`, 'claim code');
}
