import type { Terms } from './store';

/** The highest fee that a payout may have by these terms. */
export function maxFeeOf({ fee, feeCeiling }: Pick<Terms, 'fee' | 'feeCeiling'>): bigint {
  return feeCeiling ?? fee;
}
