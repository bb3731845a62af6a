import type { Cursor } from '@/lib/cursors/store';
import type { Payout } from './store';

/** Until when something signed for this payout may still be paid; null once the chain's final time is past all of it. */
export function payableUntil({ signedUntil }: Payout, cursor: Cursor | null): Date | null {
  if (!signedUntil) return null;
  return cursor !== null && signedUntil < cursor.finalTime ? null : signedUntil;
}
