import { Time } from '@/components/ui/time';
import { LastAttempt } from './last-attempt';
import { LookAgain } from './look-again';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';
import { WayBack } from './way-back';

export function AwaitingFunds({ view, token }: ScreenProps) {
  return (
    <ScreenFrame
      view={view}
      tone="warn"
      icon="clock"
      heading="Waiting for funds"
      actions={
        <>
          <LookAgain token={token} main />
          <WayBack view={view} ended="badly" />
        </>
      }
    >
      <p>
        <bdi>{view.merchant.name}</bdi>’s vault cannot pay this right now. Nothing has left the vault, and your payout
        stays reserved for you until <Time iso={view.expires_at} />.
      </p>
      <p>You can close this page. It offers the payout by itself as soon as the money is there.</p>
      <LastAttempt view={view} />
    </ScreenFrame>
  );
}
