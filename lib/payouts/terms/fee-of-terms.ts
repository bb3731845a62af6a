import type { Queryable } from '@/db/client';
import { chainOf } from '@/lib/chains/registry';
import type { Clock } from '@/lib/kernel/clock';
import { formatAmount } from '@/lib/kernel/money';
import type { Terms } from '@/lib/merchants/store';
import { computeFee } from '@/lib/payouts/fees/compute-fee';
import type { NewPayoutFee } from '@/lib/payouts/fees/store';
import { keepEvidence } from '@/lib/rates/evidence';
import { showRatio } from '@/lib/rates/ratio';
import { readRate } from '@/lib/rates/read-rate';
import { selectUsedGas } from '@/lib/relay/claims/spent-store';
import { claimGas } from '@/lib/relay/claims-left';
import { readGasPrice } from '@/lib/relay/market-price';
import type { NetworkCost } from './create-schema';
import { sendsOn } from './sends-on';

/** The fee of a payout that is made now; with what it was worked out from where it is computed. */
export type FeeNow = { fee: bigint; computed: Computed | null };
/** `shown`: null where the fee was agreed on before. */
type Computed = { kept: Omit<NewPayoutFee, 'payoutId'>; shown: NetworkCost | null };

type Reader = { db: Queryable; clock: Clock; inTransaction?: true };

/**
 * A computed fee is the least one where the portal sends nothing on the chain: nothing is paid for there.
 * Refuses: rate_unavailable and chain_unavailable, where the fee is computed.
 */
export async function feeOfTerms(
  { db, clock, inTransaction }: Reader,
  terms: Terms,
  decimals: number,
): Promise<FeeNow> {
  const { merchantId, chain, symbol, fee: least, feeMargin: margin, feeCeiling: ceiling } = terms;
  if (terms.feeKind === 'flat' || margin === null || ceiling === null) return { fee: least, computed: null };
  if (!(await sendsOn(db, chain))) return { fee: least, computed: null };
  const now = clock.now();
  const { currency } = chainOf(chain);
  const [used, gasPrice, found] = await Promise.all([
    selectUsedGas(db, chain),
    readGasPrice(db, chain, now, !inTransaction),
    readRate(db, currency.symbol, symbol, now),
  ]);
  const gas = used ?? claimGas;
  const by = { rate: found.rate, native: currency.decimals, asset: decimals };
  const { fee, maxGasPrice } = computeFee({ least, margin, ceiling }, { gas, gasPrice }, by);
  const evidence = { from: currency.symbol, to: symbol, ...keepEvidence(found.evidence) };
  const kept = { merchantId, gas, gasPrice, maxGasPrice, least, margin, ceiling, evidence };
  const shown = {
    ...{ currency: currency.symbol, estimate: formatAmount(gas * gasPrice, currency.decimals), gas: gas.toString() },
    ...{ rate: showRatio(found.rate), margin, ceiling: formatAmount(ceiling, decimals) },
    too_dear: gasPrice > maxGasPrice,
  };
  return { fee, computed: { kept, shown } };
}
