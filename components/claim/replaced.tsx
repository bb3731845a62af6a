import { ClaimOffer } from './claim-offer';
import { LastAttempt } from './last-attempt';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function Replaced(props: ScreenProps) {
  return (
    <ScreenFrame
      untilSent
      view={props.view}
      tone="warn"
      icon="alert"
      heading="Your wallet sent something else instead"
      actions={<ClaimOffer {...props} />}
    >
      <p>
        The transfer was cancelled or replaced in your wallet before the network took it. Nothing has left the vault and
        the payout is still yours.
      </p>
      <LastAttempt view={props.view} />
    </ScreenFrame>
  );
}
