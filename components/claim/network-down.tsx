import { LookAgain } from './look-again';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function NetworkDown({ view, token }: ScreenProps) {
  return (
    <ScreenFrame
      view={view}
      tone="warn"
      icon="alert"
      heading="We cannot reach the network"
      actions={<LookAgain token={token} main />}
    >
      <p>
        We do not hear from {view.chain.name} right now, so we cannot see whether the money is there and offer nothing
        until we can. This is on our side, and your payout is safe: you are paid once, whatever was sent meanwhile.
      </p>
      <p>The page keeps trying by itself.</p>
    </ScreenFrame>
  );
}
