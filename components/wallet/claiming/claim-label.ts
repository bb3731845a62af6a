import type { WalletSay } from '@/components/wallet/wallet-words';
import type { ClaimView } from '@/lib/claims/schema';
import { groupedIn } from '@/lib/words/numbers';

/** What the button says that has the wallet send: "Get 24.50 USDT". No other button says it. */
export function claimLabel(view: ClaimView, say: WalletSay): string {
  return say('wallet.get', { amount: `${groupedIn(say.language, view.net)} ${view.asset.symbol}` });
}
