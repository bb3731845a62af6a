import { ClaimOffer } from './claim-offer';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function Ready(props: ScreenProps) {
  const { view } = props;
  return (
    <ScreenFrame view={view} tone="good" icon="check" heading="Ready for you" actions={<ClaimOffer {...props} />}>
      <p>
        The money is there. It goes straight from {view.merchant.name} to your wallet in one step; you only pay the
        network fee, in {view.chain.currency}.
      </p>
    </ScreenFrame>
  );
}
