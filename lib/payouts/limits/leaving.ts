import type { Leaving } from '@/lib/access/policies/spend';
import type { NewPayout } from '@/lib/payouts/store';

type Terms = Pick<
  NewPayout,
  'chain' | 'symbol' | 'decimals' | 'gross' | 'recipientType' | 'recipientAddress' | 'recipientEmail'
>;

/** What a payout lets leave, in the names of the body that makes one. */
export function leavingOf(payout: Terms): Leaving {
  const {
    chain,
    symbol,
    decimals,
    gross,
    recipientType: type,
    recipientAddress: address,
    recipientEmail: email,
  } = payout;
  const ofRecipient = { type: 'recipient.type', address: 'recipient.address', email: 'recipient.email' };
  return {
    ...{ chain, symbol, decimals, amount: gross, to: { type, address, email } },
    fields: { asset: 'asset', amount: 'amount', ...ofRecipient },
  };
}
