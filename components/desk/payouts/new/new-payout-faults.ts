import { type OwnFaults, schemaFaults } from '@/components/desk/frame/own-faults';
import { parseAmount } from '@/lib/kernel/money';
import { createPayoutBody } from '@/lib/payouts/schema';
import { readPayoutAmount } from '@/lib/payouts/terms/amount-schema';
import type { PayoutAsset } from '@/lib/payouts/terms/create-schema';
import { termsOf } from '@/lib/rails/traits';
import { bodyOf, type PayoutDraft, railOf } from './new-payout-draft';

/** What the portal would refuse of a draft, in its own words, by field: found here, before anything is sent. */
export function faultsOf(draft: PayoutDraft, asset: PayoutAsset): OwnFaults {
  const faults = schemaFaults(createPayoutBody, bodyOf(draft, asset));
  const amount = amountFault(draft, asset);
  if (amount) faults.set('amount', amount);
  return faults;
}

function amountFault(draft: PayoutDraft, asset: PayoutAsset): string | null {
  const { decimals } = asset;
  const units = (text: string) => parseAmount(text, decimals);
  const fee = termsOf(railOf(draft, asset)).fee === 'terms' ? units(asset.fee) : 0n;
  const terms = { symbol: asset.asset, decimals, minimum: units(asset.minimum), maximum: units(asset.maximum), fee };
  try {
    readPayoutAmount(draft.amount.trim(), terms);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
