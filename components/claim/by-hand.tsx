import { wordsOf } from '@/components/rails/registry';
import { LookAgain } from './look-again';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function ByHand({ view, token }: ScreenProps) {
  return (
    <ScreenFrame
      view={view}
      tone="plain"
      icon="clock"
      heading={`${view.merchant.name} is going to pay you`}
      actions={<LookAgain token={token} />}
    >
      <p>
        You have nothing to do. <bdi>{view.merchant.name}</bdi> {wordsOf(view.rail).waiting} You can close this page and
        come back with the same link; it changes by itself when the money is on its way.
      </p>
    </ScreenFrame>
  );
}
