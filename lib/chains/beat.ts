import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from './registry';

/** How often a chain is worth a look: four times a block, in milliseconds. */
export function beatMs(chain: ChainKey): number {
  return Math.min(4_000, Math.max(250, (chainOf(chain).blockSeconds * 1000) / 4));
}
