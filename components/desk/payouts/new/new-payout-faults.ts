import { type OwnFaults, schemaFaults } from '@/components/desk/frame/own-faults';
import { parseAmount } from '@/lib/kernel/money';
import { createPayoutBody } from '@/lib/payouts/schema';
import { readPayoutAmount } from '@/lib/payouts/terms/amount-schema';
import type { PayoutAsset } from '@/lib/payouts/terms/create-schema';
import { termsOf } from '@/lib/rails/traits';
import { bodyOf, currencyOf, type PayoutDraft, railOf } from './new-payout-draft';

/** What the portal would refuse of a draft, in its own words, by field: found here, before anything is sent. */
export function faultsOf(draft: PayoutDraft, asset: PayoutAsset): OwnFaults {
  const faults = schemaFaults(createPayoutBody, bodyOf(draft, asset));
  // What another currency comes to only the portal knows, which says so in the preview.
  const isOwn = currencyOf(draft, asset) === null;
  const amount = isOwn ? amountFault(draft, asset) : displayFault(draft);
  if (amount) faults.set(isOwn ? 'amount' : 'display.amount', amount);
  return faults;
}

/** More decimals than a currency has are for the portal to tell. */
const maxDecimals = 18;

function displayFault({ amount }: PayoutDraft): string | null {
  try {
    parseAmount(amount.trim(), maxDecimals);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
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
