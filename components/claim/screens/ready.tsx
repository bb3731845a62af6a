import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { Callout } from '@/components/ui/callout';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { ClaimOffer } from './claim-offer';

export function Ready(props: ScreenProps) {
  const { view } = props;
  return (
    <ScreenFrame
      untilSent
      view={view}
      tone="good"
      icon="check"
      heading="Ready for you"
      actions={<ClaimOffer {...props} />}
    >
      <p>
        The money is there. It goes straight from <bdi>{view.merchant.name}</bdi> to your wallet in one step; you only
        pay the network fee, in {view.chain.currency}.
      </p>
      {view.earlier_claim_until && (
        <Callout tone="warn">
          A link that this one replaced was used a moment ago. Until <BrowserTime iso={view.earlier_claim_until} /> it
          can still be paid to the wallet named there. Wait until then: otherwise you may pay a network fee for nothing.
        </Callout>
      )}
    </ScreenFrame>
  );
}
