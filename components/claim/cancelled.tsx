import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';
import { WayBack } from './way-back';

export function Cancelled({ view }: ScreenProps) {
  return (
    <ScreenFrame
      view={view}
      tone="plain"
      over
      icon="cross"
      heading="This payout was cancelled"
      actions={<WayBack view={view} ended="badly" main />}
    >
      <p>
        <bdi>{view.merchant.name}</bdi> cancelled it. Nothing has left the vault, and this link cannot pay any more. If
        you expected this money, ask <bdi>{view.merchant.name}</bdi>.
      </p>
    </ScreenFrame>
  );
}
