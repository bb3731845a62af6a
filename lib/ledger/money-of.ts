import type { ChainKey } from '@/db/vocabulary';
import { chainOf, findToken } from '@/lib/chains/registry';
import { formatAmount } from '@/lib/kernel/money';

/** Base units as the asset writes them; one that this portal no longer lists is shown in base units, never guessed. */
export function moneyOf(units: bigint, { chain, symbol }: { chain: ChainKey; symbol: string }): string {
  return formatAmount(units, findToken(chain, symbol)?.decimals ?? 0);
}

export const chainName = (chain: ChainKey): string => chainOf(chain).name;
