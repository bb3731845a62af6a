import { groupDigits } from '@/components/ui/figures/group-digits';
import type { ClaimView } from '@/lib/claims/schema';

/** What the button says that has the wallet send: "Get 24.50 USDT". No other button says it. */
export function claimLabel(view: ClaimView): string {
  return `Get ${groupDigits(view.net)} ${view.asset.symbol}`;
}
