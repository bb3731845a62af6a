import { LastAttempt } from './last-attempt';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';
import { WayBack } from './way-back';

export function Failed({ view }: ScreenProps) {
  return (
    <ScreenFrame
      view={view}
      tone="bad"
      icon="alert"
      heading="This payout failed"
      actions={<WayBack view={view} ended="badly" main />}
    >
      {view.transfer?.status === 'differs' ? (
        <p>
          What reached your wallet is not what was agreed, and <bdi>{view.merchant.name}</bdi> does not count it as this
          payout. What you got stays yours to settle with them; nothing more is paid through this link.
        </p>
      ) : (
        <p>
          The transfer was undone after it had counted as paid: the money is not in your wallet.{' '}
          <bdi>{view.merchant.name}</bdi> has been told and has to start it again; there is nothing that you can send
          from here.
        </p>
      )}
      {view.failure_reason && <p>Reason: {view.failure_reason}</p>}
      <LastAttempt view={view} />
    </ScreenFrame>
  );
}
