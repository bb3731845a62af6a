import type { ReactNode } from 'react';
import { footerWords } from '@/components/claim/footer-words';
import { MerchantHeader } from '@/components/claim/merchant-header';
import { PayoutFacts } from '@/components/claim/payout-facts';
import type { Screen } from '@/components/claim/screen';
import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { Completed } from '@/components/claim/screens/completed';
import { Processing } from '@/components/claim/screens/processing';
import { Ready } from '@/components/claim/screens/ready';
import { Relaying } from '@/components/claim/screens/relaying';
import { screens } from '@/components/claim/screens/screens';
import { Sent } from '@/components/claim/screens/sent';
import { accentStyle } from '@/components/ui/accent';

/** What acts has a component of its own; what only tells is a line of the table. */
function Shown({ screen, ...props }: ScreenProps & { screen: Screen }) {
  switch (screen) {
    case 'ready':
      return <Ready {...props} />;
    case 'relaying':
      return <Relaying {...props} />;
    case 'sent':
      return <Sent {...props} />;
    case 'processing':
      return <Processing {...props} />;
    case 'completed':
      return <Completed {...props} />;
    default:
      return <ScreenFrame view={props.view} say={props.say} {...screens[screen](props)} />;
  }
}

type ClaimSheetProps = ScreenProps & { screen: Screen; children?: ReactNode };

/** Everything that the claim page shows, without what keeps it true: also what a merchant's preview of it shows. */
export function ClaimSheet({ screen, children, ...props }: ClaimSheetProps) {
  const { view, say } = props;
  return (
    <main
      aria-label={say('claim.title')}
      data-merchant
      style={accentStyle(view.merchant.accent_color)}
      className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center px-[min(1rem,4vw)] py-8 wrap-break-word sm:py-12"
    >
      <div
        data-claim-card
        className="rounded-2xl border border-line bg-surface px-[min(1.25rem,5vw)] py-7 shadow-(--shadow) sm:px-9 sm:py-9"
      >
        <MerchantHeader view={view} screen={screen} say={say} />
        {/* Made again for each screen: a translator may have taken its text nodes away, and React would miss them. */}
        <div key={screen}>
          <Shown {...props} screen={screen} />
          <PayoutFacts view={view} screen={screen} say={say} />
        </div>
      </div>
      <p className="mt-6 text-center text-[0.8125rem] text-quiet">{footerWords(view, screen, say)}</p>
      {children}
    </main>
  );
}
