import type { ScreenerAnswer } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { ScreenerKey } from '@/db/vocabulary/screening';
import { log } from '@/lib/kernel/log';

/** Whose payout it is, and where its money would go. Amounts are base units of the asset. */
export type Screened = {
  merchantId: string;
  payoutId: string;
  chain: ChainKey;
  token: string;
  symbol: string;
  decimals: number;
  net: bigint;
  address: string;
};

const bare = { level: null, category: null, name: null };

export function cleared(screener: ScreenerKey, facts: ScreenerAnswer['facts']): ScreenerAnswer {
  return { screener, said: 'clear', ...bare, facts };
}

/** A list is kept, and the address is on it. */
export function listed(
  screener: ScreenerKey,
  { category, name }: { category: string; name: string },
  facts: ScreenerAnswer['facts'],
): ScreenerAnswer {
  return { screener, said: 'listed', level: 'severe', category, name, facts };
}

/** Nothing was heard that could be believed; `why` is kept. */
export function silent(screener: ScreenerKey, why: string, facts: ScreenerAnswer['facts'] = {}): ScreenerAnswer {
  return { screener, said: 'silent', ...bare, facts: { ...facts, why: why.slice(0, 200) } };
}

/** An error of the one who was asked, in words of ours: what nodes and servers write may be anything. */
export function silentBy(screener: ScreenerKey, error: unknown, why: string): ScreenerAnswer {
  log.warn({ screener, err: error }, 'a screener does not answer');
  return silent(screener, why);
}
