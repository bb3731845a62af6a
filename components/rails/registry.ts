import type { RailId } from '@/db/vocabulary';
import { contractWords } from './contract';
import { walletWords } from './wallet';
import type { RailWords } from './words';

/** The words of every rail. */
export const railWords: Record<RailId, RailWords> = { contract: contractWords, wallet: walletWords };

export function wordsOf(rail: RailId): RailWords {
  return railWords[rail];
}
