import type { Queryable } from '@/db/client';
import { chainOf } from '@/lib/chains/registry';
import { formatAmount } from '@/lib/kernel/money';
import type { Payout } from '@/lib/payouts/store';
import { selectAccounts } from '@/lib/relay/account-store';
import { claimGas } from '@/lib/relay/claims-left';
import type { SendingCost } from './schema';
import { findRelayed } from './store';

/** What sending a payout takes from the portal, and what its fee brings against that. Asks no node. */
export async function showCost(db: Queryable, payout: Payout): Promise<SendingCost> {
  const { chain, symbol: asset, fee, decimals } = payout;
  const { symbol: currency, decimals: native } = chainOf(chain).currency;
  const relayed = await findRelayed(db, payout);
  const isFinal = relayed?.status === 'paid' && relayed.cost !== null;
  const cost = isFinal ? relayed.cost : await estimateOf(db, chain);
  return {
    ...{ currency, amount: cost === null ? null : formatAmount(cost, native), final: isFinal },
    fee: { amount: formatAmount(fee, decimals), asset },
  };
}

/** Of one claim alone, to an address that never held the token, at the price of the worker's newest look; null without one. */
async function estimateOf(db: Queryable, chain: Payout['chain']): Promise<bigint | null> {
  const looks = await selectAccounts(db, chain);
  const [newest] = looks.toSorted((a, b) => (b.lookedAt?.getTime() ?? 0) - (a.lookedAt?.getTime() ?? 0));
  return newest?.gasPrice == null ? null : claimGas * newest.gasPrice;
}
