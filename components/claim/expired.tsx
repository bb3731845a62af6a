import { Time } from '@/components/ui/time';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';
import { WayBack } from './way-back';

export function Expired({ view }: ScreenProps) {
  return (
    <ScreenFrame
      view={view}
      tone="plain"
      over
      icon="clock"
      heading="This link has expired"
      actions={<WayBack view={view} ended="badly" main />}
    >
      <p>
        It worked until <Time iso={view.expires_at} />. Nothing has left the vault: the money is still with{' '}
        <bdi>{view.merchant.name}</bdi>. Ask them for a new link.
      </p>
    </ScreenFrame>
  );
}
