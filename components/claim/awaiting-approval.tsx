import { LookAgain } from './look-again';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function AwaitingApproval({ view, token }: ScreenProps) {
  return (
    <ScreenFrame
      view={view}
      tone="plain"
      icon="clock"
      heading="Waiting for approval"
      actions={<LookAgain token={token} />}
    >
      <p>
        <bdi>{view.merchant.name}</bdi> still has to approve this payout. Nothing has left the vault. You can close this
        page and come back with the same link; it changes by itself when the approval is there.
      </p>
    </ScreenFrame>
  );
}
