import type { SubjectKind } from '@/db/vocabulary/events';
import type { PromisesOf } from '@/lib/ledger/promise';
import { orderPromises } from '@/lib/orders/core/books';
import { payoutPromises } from '@/lib/payouts/books';
import { coinPromises } from '@/lib/rewards/core/books';

/** The one place where the books' check learns what each kind of subject has promised. */
export const promises: Record<SubjectKind | 'reward', PromisesOf> = {
  payout: payoutPromises,
  order: orderPromises,
  reward: coinPromises,
};
