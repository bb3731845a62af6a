import type { PayoutDelivery, RailId } from '@/db/vocabulary/payouts';
import { contractWords } from './contract';
import { sentWords } from './sent';
import { shkeeperWords } from './shkeeper';
import { walletWords } from './wallet';
import type { RailWords } from './words';

/** The words of every rail. */
export const railWords: Record<RailId, RailWords> = {
  contract: contractWords,
  wallet: walletWords,
  shkeeper: shkeeperWords,
};

export function wordsOf(rail: RailId, delivery: PayoutDelivery = 'claim'): RailWords {
  return delivery === 'send' ? sentWords : railWords[rail];
}
