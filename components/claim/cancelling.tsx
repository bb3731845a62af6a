import { Time } from '@/components/ui/time';
import { LookAgain } from './look-again';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';
import { WayBack } from './way-back';

export function Cancelling({ view, token }: ScreenProps) {
  return (
    <ScreenFrame
      view={view}
      tone="warn"
      icon="clock"
      heading="Being cancelled"
      actions={
        <>
          <LookAgain token={token} main />
          <WayBack view={view} ended="badly" />
        </>
      }
    >
      <p>
        <bdi>{view.merchant.name}</bdi> is cancelling this payout, so no new claim can start.
      </p>
      {view.cancellation && (
        <p>
          A claim that was sent or prepared earlier could still go through until{' '}
          <Time iso={view.cancellation.effective_at} />. If one does, you are paid and this page says so.
        </p>
      )}
    </ScreenFrame>
  );
}
