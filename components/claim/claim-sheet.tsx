import type { ReactElement, ReactNode } from 'react';
import { accentStyle } from '@/components/ui/accent';
import { AlreadyPaid } from './already-paid';
import { AwaitingApproval } from './awaiting-approval';
import { AwaitingFunds } from './awaiting-funds';
import { ByHand } from './by-hand';
import { Cancelled } from './cancelled';
import { Cancelling } from './cancelling';
import { Completed } from './completed';
import { Dropped } from './dropped';
import { Expired } from './expired';
import { Failed } from './failed';
import { footerWords } from './footer-words';
import { MerchantHeader } from './merchant-header';
import { NetworkDown } from './network-down';
import { Obstructed } from './obstructed';
import { PayoutFacts } from './payout-facts';
import { Processing } from './processing';
import { Ready } from './ready';
import { Replaced } from './replaced';
import { Reverted } from './reverted';
import type { Screen } from './screen';
import type { ScreenProps } from './screen-props';
import { Sent } from './sent';

const screens: Record<Screen, (props: ScreenProps) => ReactElement> = {
  ready: Ready,
  sent: Sent,
  awaiting_approval: AwaitingApproval,
  by_hand: ByHand,
  awaiting_funds: AwaitingFunds,
  obstructed: Obstructed,
  network_down: NetworkDown,
  reverted: Reverted,
  replaced: Replaced,
  dropped: Dropped,
  processing: Processing,
  completed: Completed,
  already_paid: AlreadyPaid,
  cancelling: Cancelling,
  cancelled: Cancelled,
  expired: Expired,
  failed: Failed,
};

type ClaimSheetProps = ScreenProps & { screen: Screen; children?: ReactNode };

/** Everything that the claim page shows, without what keeps it true: also what a merchant's preview of it shows. */
export function ClaimSheet({ view, token, walletConnectProjectId, screen, children }: ClaimSheetProps) {
  const Shown = screens[screen];
  return (
    <main
      aria-label="Your payout"
      data-merchant
      style={accentStyle(view.merchant.accent_color)}
      className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center px-4 py-8 sm:py-12"
    >
      <div
        data-claim-card
        className="rounded-2xl border border-line bg-surface px-5 py-7 shadow-(--shadow) sm:px-9 sm:py-9"
      >
        <MerchantHeader view={view} screen={screen} />
        {/* Made anew for each screen: a translator may have taken its text nodes away, and React would miss them. */}
        <div key={screen}>
          <Shown view={view} token={token} walletConnectProjectId={walletConnectProjectId} />
          <PayoutFacts view={view} screen={screen} />
        </div>
      </div>
      {children}
      <p className="mt-6 text-center text-[0.8125rem] text-quiet">{footerWords(view, screen)}</p>
    </main>
  );
}
