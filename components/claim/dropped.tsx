import { ClaimOffer } from './claim-offer';
import { LastAttempt } from './last-attempt';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function Dropped(props: ScreenProps) {
  return (
    <ScreenFrame
      view={props.view}
      tone="warn"
      icon="alert"
      heading="The network lost the transfer"
      actions={<ClaimOffer {...props} />}
    >
      <p>
        It is in no block, often because the network fee was set too low. Nothing has left the vault. Send it again:
        even if the first one turns up later, you can only be paid once.
      </p>
      <LastAttempt view={props.view} />
    </ScreenFrame>
  );
}
