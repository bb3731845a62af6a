import { ClaimOffer } from './claim-offer';
import { LastAttempt } from './last-attempt';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function Dropped(props: ScreenProps) {
  return (
    <ScreenFrame
      untilSent
      view={props.view}
      tone="warn"
      icon="alert"
      heading="The network lost the transfer"
      actions={<ClaimOffer {...props} />}
    >
      <p>
        It is in no block that we have read, often because the network fee was set too low. Send it again: even if the
        first one turns up later, you can only be paid once. It would cost a second network fee.
      </p>
      <LastAttempt view={props.view} />
    </ScreenFrame>
  );
}
