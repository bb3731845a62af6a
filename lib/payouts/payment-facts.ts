import type { PaymentFacts } from '@/lib/rails/rail';
import type { Payout, Vault } from './store';

/** A payout as the rails need to know it. */
export function paymentFacts(payout: Payout, vault: Vault): PaymentFacts {
  const { chain, token, gross, fee, feeCollector, claimId } = payout;
  return { chain, vault: vault.address, token, gross, fee, feeCollector, claimId };
}
