import type { ChainKey } from '@/db/vocabulary';
import { arbitrum } from './arbitrum';
import { base } from './base';
import { bsc } from './bsc';
import type { ChainFacts, Token } from './chain';
import { ethereum } from './ethereum';
import { local } from './local';
import { polygon } from './polygon';
import { sepolia } from './sepolia';

const chains = { local, ethereum, base, arbitrum, polygon, bsc, sepolia } as const satisfies Record<
  ChainKey,
  ChainFacts
>;

export const allChains: readonly ChainFacts[] = Object.values(chains);

export function chainOf(key: ChainKey): ChainFacts {
  return chains[key];
}

export function findToken(key: ChainKey, symbol: string): Token | null {
  return chains[key].tokens.find((token) => token.symbol === symbol) ?? null;
}

/** Where people can look a transfer up, or null where the chain has no explorer. */
export function explorerLink(key: ChainKey, hash: string): string | null {
  const { explorerUrl } = chains[key];
  return explorerUrl ? `${explorerUrl}/tx/${hash}` : null;
}

/** How many blocks, the transfer's own included, a transfer usually needs until it counts. */
export function confirmationsNeeded(key: ChainKey): number {
  const { finality } = chains[key];
  return 'confirmations' in finality ? finality.confirmations : finality.usualDepth;
}
