import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { Callout } from '@/components/ui/callout';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Rich } from '@/components/ui/words/rich';
import { ClaimOffer } from './claim-offer';

export function Ready(props: ScreenProps) {
  const { view, say } = props;
  return (
    <ScreenFrame
      untilSent
      {...{ view, say }}
      tone="good"
      icon="check"
      heading={say('claim.ready.heading')}
      actions={<ClaimOffer {...props} />}
    >
      <p>
        {view.proof_needed === 'email' ? (
          <Rich of={say.pieces('claim.ready.mailbox')} with={{ email: view.recipient.email ?? '' }} />
        ) : (
          <Rich
            of={say.pieces('claim.ready.words')}
            with={{ merchant: view.merchant.name, currency: view.chain.currency }}
          />
        )}
      </p>
      {view.earlier_claim_until && (
        <Callout tone="warn">
          <Rich
            of={say.pieces('claim.ready.earlierLink')}
            with={{ time: <BrowserTime iso={view.earlier_claim_until} /> }}
          />
        </Callout>
      )}
    </ScreenFrame>
  );
}
