import type { ClaimFacts, OwedPayout, OwedVault } from '@/lib/rails/rail';

/** A payout of this rail as the rail needs to know it. */
export function claimFacts(payout: OwedPayout, vault: OwedVault | null): ClaimFacts {
  const { chain, token, gross, fee, feeCollector, claimId } = payout;
  if (payout.rail !== 'contract' || !vault || feeCollector === null || claimId === null) {
    throw new Error(`The payout ${payout.id} is not paid by a claim`);
  }
  return { chain, vault: vault.address, token, gross, fee, feeCollector, claimId };
}
