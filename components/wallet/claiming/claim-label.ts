import { groupDigits } from '@/components/ui/figures/group-digits';
import type { ClaimView } from '@/lib/claims/schema';

/** The next step, as it stands on the button: "Get 24.50 USDT". */
export function claimLabel(view: ClaimView): string {
  return `Get ${groupDigits(view.net)} ${view.asset.symbol}`;
}
