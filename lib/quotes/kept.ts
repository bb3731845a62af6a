import { z } from 'zod';
import type { NewPayoutFee } from '@/lib/payouts/fees/store';
import type { Quote } from './store';

/** How what a computed fee came from stands in a quote's row. */

const units = z.codec(z.string().regex(/^\d+$/), z.bigint(), {
  decode: (text) => BigInt(text),
  encode: (value) => value.toString(),
});

const feeFacts = z.object({
  ...{ gas: units, gasPrice: units, maxGasPrice: units, least: units, ceiling: units, margin: z.int() },
  evidence: z.record(z.string(), z.unknown()),
});
/** What a computed fee came from; with it the fee can be worked out again. */
export type FeeFacts = Omit<NewPayoutFee, 'payoutId' | 'merchantId'>;

export function keepFeeFacts({ gas, gasPrice, maxGasPrice, least, ceiling, margin, evidence }: FeeFacts) {
  return feeFacts.encode({ gas, gasPrice, maxGasPrice, least, ceiling, margin, evidence });
}

export function readFeeFacts(kept: unknown): FeeFacts {
  return feeFacts.parse(kept);
}

/** The fee of a quote as one that was agreed on. */
export function feeOfQuote({ merchantId, fee, feeEvidence }: Pick<Quote, 'merchantId' | 'fee' | 'feeEvidence'>) {
  if (feeEvidence === null) return { fee, computed: null };
  return { fee, computed: { kept: { merchantId, ...readFeeFacts(feeEvidence) }, shown: null } };
}
