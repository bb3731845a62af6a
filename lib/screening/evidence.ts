import type { Queryable } from '@/db/client';
import { findScreening, selectFlags } from './store';

/**
 * What a receipt says of the screening of the address that was paid, for its recipient, too: of a merchant's own screener only
 * what it came to. Null where nothing was screened.
 */
export async function screeningEvidence(db: Queryable, payout: { merchantId: string; id: string }, address: string) {
  const found = await findScreening(db, payout, address);
  if (!found) return null;
  const flag = (await selectFlags(db, payout)).find((one) => one.address === address);
  return {
    verdict: found.verdict,
    level: found.level,
    screened_at: found.screenedAt.toISOString(),
    overruled_at: flag?.overruledAt?.toISOString() ?? null,
    screeners: found.answers.map(({ screener, said, facts }) => ({
      ...{ screener, said },
      ...(screener !== 'own' && { facts }),
    })),
  };
}
