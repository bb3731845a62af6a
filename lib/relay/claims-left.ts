import type { RelayAccount } from './account-store';

/** What one claim that we send uses at most, sent alone to an address that never held the token. */
export const claimGas = 110_000n;
/** With less than so many claims left an account is low. */
export const lowClaims = 50n;

/** How many claims an account can still pay for at the network fee of the last look; null before the first look. */
export function claimsLeft({ balance, gasPrice }: Pick<RelayAccount, 'balance' | 'gasPrice'>): bigint | null {
  if (balance === null || gasPrice === null) return null;
  return balance / (claimGas * (gasPrice > 0n ? gasPrice : 1n));
}
