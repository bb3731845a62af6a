import { ClaimOffer } from './claim-offer';
import { LastAttempt } from './last-attempt';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function Reverted(props: ScreenProps) {
  const { view } = props;
  return (
    <ScreenFrame
      untilSent
      view={view}
      tone="warn"
      icon="alert"
      heading="The network refused the transfer"
      actions={<ClaimOffer {...props} />}
    >
      <p>
        Nothing has left the vault; only the network fee was spent. The payout is still yours and you can try again with
        a fresh call. You can only ever be paid once.
      </p>
      {view.transfer?.failure_reason && <p>Reason: {view.transfer.failure_reason}</p>}
      <LastAttempt view={view} />
    </ScreenFrame>
  );
}
