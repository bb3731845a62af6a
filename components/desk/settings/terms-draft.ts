import { amountFaults } from '@/components/desk/frame/own-faults';
import { type AssetTerms, maxMargin } from '@/lib/merchants/schema';

/** As a person types them: the margin and the ceiling are kept while the fee is flat, and not sent. */
export function draftOf({ fee, minimum, maximum, fee_kind, fee_margin, fee_ceiling }: AssetTerms) {
  return { fee, minimum, maximum, fee_kind, fee_margin: String(fee_margin ?? 20), fee_ceiling: fee_ceiling ?? '' };
}

export type TermsDraft = ReturnType<typeof draftOf>;

export function bodyOf({ chain, asset }: AssetTerms, { fee_margin, fee_ceiling, ...draft }: TermsDraft) {
  const isComputed = draft.fee_kind === 'computed';
  const computed = { fee_margin: isComputed ? Number(fee_margin.trim() || Number.NaN) : null };
  return { chain, asset, ...draft, ...computed, fee_ceiling: isComputed ? fee_ceiling : null };
}

export function faultsOf(
  { fee, minimum, maximum, fee_margin, fee_ceiling }: ReturnType<typeof bodyOf>,
  decimals: number,
) {
  const faults = amountFaults({ fee, minimum, maximum, ...(fee_ceiling !== null && { fee_ceiling }) }, decimals);
  const isMargin = fee_margin === null || (Number.isInteger(fee_margin) && fee_margin >= 0 && fee_margin <= maxMargin);
  if (!isMargin) faults.set('fee_margin', `Must be a whole number from 0 to ${maxMargin}.`);
  return faults;
}
