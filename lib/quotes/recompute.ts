import { chainOf } from '@/lib/chains/registry';
import { computeFee } from '@/lib/payouts/fees/compute-fee';
import { rateOf } from '@/lib/rates/agree';
import { readEvidence } from '@/lib/rates/evidence';
import { type Ratio, writeRatio } from '@/lib/rates/ratio';
import { readFeeFacts } from './kept';
import type { Quote } from './store';
import { type Money, moneyOf, workOut } from './work-out';

type WorkedOut = Money & { displayAmount: bigint; rate: string };

/**
 * Works a quote out again from its own row and nothing else: the rate from its readings, a computed fee from its facts, each
 * amount from the one that was given. It must come to what the row says.
 */
export function recompute(quote: Quote): WorkedOut {
  const { given, displayCurrency, symbol, displayAmount, gross, net, feePayer } = quote;
  const rate = rateAgain(displayCurrency, symbol, readEvidence(quote.evidence));
  const fee = feeAgain(quote);
  const asked = given === 'display' ? displayAmount : feePayer === 'recipient' ? gross : net;
  const { display, amount } = workOut({ ...quote, amount: asked, rate });
  return { displayAmount: display, rate: writeRatio(rate), ...moneyOf(amount, fee, feePayer) };
}

/** Throws where the evidence yields no rate: then no quote can have come from it. */
function rateAgain(from: string, to: string, evidence: ReturnType<typeof readEvidence>): Ratio {
  const { rate } = rateOf(from, to, evidence);
  if (!rate) throw new Error(`Its evidence yields no rate of ${from} in ${to}`);
  return rate;
}

/** A flat fee is the merchant's own term, so that there is nothing to work out. */
function feeAgain({ feeEvidence, fee, chain, symbol, decimals }: Quote): bigint {
  if (feeEvidence === null) return fee;
  const facts = readFeeFacts(feeEvidence);
  const { currency } = chainOf(chain);
  const rate = rateAgain(currency.symbol, symbol, readEvidence(facts.evidence));
  return computeFee(facts, facts, { rate, native: currency.decimals, asset: decimals }).fee;
}
