import type { HandFacts, OwedPayout } from '@/lib/rails/rail';

/** A payout that is paid by hand, as this rail needs to know it. */
export function handFacts(payout: OwedPayout, sender: string | null): HandFacts {
  const { chain, token, net: amount, recipientAddress: recipient } = payout;
  if (payout.rail !== 'wallet' || !recipient) throw new Error(`The payout ${payout.id} is not paid by hand`);
  return { chain, token, sender, recipient, amount };
}
