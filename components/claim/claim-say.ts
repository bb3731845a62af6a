import type { Say } from '@/lib/words/say';

/** Says what stands on the claim page before a wallet is asked. */
export type ClaimSay = Say<'ui' | 'claim'>;
