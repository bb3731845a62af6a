import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { formatAmount } from '@/lib/kernel/money';
import { type RelaySend, selectOpenSince } from '@/lib/relay/send-store';
import { selectSpent } from './spent-store';

const daySeconds = 86_400;
/** A send that is in no block after this is worth a look, in seconds. */
const overdueSeconds = 60;

export type RelayReport = {
  /** What is in no block although it should be, the oldest first. */
  overdue: {
    chain: ChainKey;
    nonce: number | null;
    status: RelaySend['status'];
    because: string | null;
    since: Date;
  }[];
  /** What the last 24 hours took, by merchant and chain; the dearest first. */
  day: { merchant: string; chain: ChainKey; claims: number; waiting: number; networkFee: string; currency: string }[];
};

/** What the operator looks at each day: what hangs, and whose claims cost what. */
export async function reportRelay(db: Queryable, now: Date): Promise<RelayReport> {
  const [open, spent] = await Promise.all([
    selectOpenSince(db, addSeconds(now, -overdueSeconds)),
    selectSpent(db, addSeconds(now, -daySeconds)),
  ]);
  return {
    overdue: open.map(({ chain, nonce, status, because, createdAt: since }) => ({
      chain,
      nonce,
      status,
      because,
      since,
    })),
    day: spent.map(({ merchant, chain, claims, waiting, cost }) => {
      const { symbol: currency, decimals } = chainOf(chain).currency;
      return { merchant, chain, claims, waiting, networkFee: formatAmount(cost, decimals), currency };
    }),
  };
}
