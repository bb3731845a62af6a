import type { Queryable } from '@/db/client';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import type { Payout } from '@/lib/payouts/store';
import { claimGas } from '@/lib/relay/claims-left';
import { readGasPrice } from '@/lib/relay/market-price';
import type { SendingCost } from './schema';
import { selectUsedGas } from './spent-store';
import { findRelayed } from './store';

/** What sending a payout takes from the portal, and what its fee brings against that. Asks no node. */
export async function showCost(db: Queryable, payout: Payout, now: Date): Promise<SendingCost> {
  const { chain, symbol: asset, fee, decimals } = payout;
  const { symbol: currency, decimals: native } = chainOf(chain).currency;
  const relayed = await findRelayed(db, payout);
  const isFinal = relayed?.status === 'paid' && relayed.cost !== null;
  const cost = isFinal ? relayed.cost : await estimateOf(db, chain, now);
  return {
    ...{ currency, amount: cost === null ? null : formatAmount(cost, native), final: isFinal },
    fee: { amount: formatAmount(fee, decimals), asset },
  };
}

/** As a computed fee is worked out: what claims used lately, at the price that the worker sees; null while it does not look. */
async function estimateOf(db: Queryable, chain: Payout['chain'], now: Date): Promise<bigint | null> {
  try {
    const [gas, price] = await Promise.all([selectUsedGas(db, chain), readGasPrice(db, chain, now, false)]);
    return (gas ?? claimGas) * price;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return null;
    throw error;
  }
}
