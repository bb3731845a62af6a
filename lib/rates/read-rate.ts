import type { Queryable } from '@/db/client';
import { Refusal } from '@/lib/kernel/errors';
import { type Evidence, type NoPrice, rateOf } from './agree';
import type { Ratio } from './ratio';
import { selectEvidence } from './store';

const words: Record<NoPrice, (currency: string) => string> = {
  too_few: (currency) => `Too few feeds agree now on what ${currency} is worth.`,
  jumped: (currency) => `What ${currency} is worth has jumped, and too few feeds say so yet.`,
  depegged: (currency) => `${currency} is not worth a dollar now.`,
};

/** A rate with all that it was worked out from. */
export type FoundRate = { from: string; to: string; rate: Ratio; closed: boolean; evidence: Evidence };

/**
 * How many of the second currency one of the first is worth now, as enough feeds agree on it; never an old rate. Asks
 * no feed: the worker does. Refuses: rate_unavailable.
 */
export async function readRate(db: Queryable, from: string, to: string, now: Date): Promise<FoundRate> {
  const evidence = await selectEvidence(db, [...new Set([from, to, 'USDT'])], now);
  const { rate, because, closed } = rateOf(from, to, evidence);
  if (rate) return { from, to, rate, closed, evidence };
  const detail = because ? words[because.why](because.currency) : 'There is no rate.';
  throw new Refusal('rate_unavailable', { detail, retryAfterSeconds: 30 });
}
