import type { ClaimFacts, HandFacts, PaymentFacts } from '@/lib/rails/rail';
import type { Payout, Vault } from './store';

/** A payout of the contract rail as that rail needs to know it. */
export function claimFacts(payout: Payout, vault: Vault | null): ClaimFacts {
  const { chain, token, gross, fee, feeCollector, claimId } = payout;
  if (payout.rail !== 'contract' || !vault || feeCollector === null || claimId === null) {
    throw new Error(`The payout ${payout.id} is not paid by a claim`);
  }
  return { rail: 'contract', chain, vault: vault.address, token, gross, fee, feeCollector, claimId };
}

/** A payout that is paid by hand, as its rail needs to know it. */
export function handFacts(payout: Payout, sender: string | null): HandFacts {
  const { chain, token, net: amount, recipientAddress: recipient } = payout;
  if (payout.rail !== 'wallet' || !recipient) throw new Error(`The payout ${payout.id} is not paid by hand`);
  return { rail: 'wallet', chain, token, sender, recipient, amount };
}

export function paymentFacts(payout: Payout, vault: Vault | null, transfer: { sender: string | null }): PaymentFacts {
  return payout.rail === 'contract' ? claimFacts(payout, vault) : handFacts(payout, transfer.sender);
}
