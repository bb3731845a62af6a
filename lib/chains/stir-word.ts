import type { ChainKey } from '@/db/vocabulary/chains';

/** The database tells the workers this word when something changes here that has to do with the chain. */
export const stirWord = (chain: ChainKey) => `chain ${chain}`;
