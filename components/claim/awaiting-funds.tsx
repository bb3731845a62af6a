import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import type { ClaimView } from '@/lib/claims/schema';
import { LastAttempt } from './last-attempt';
import { LookAgain } from './look-again';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';
import { WayBack } from './way-back';

function whyShort({ obstacle, merchant }: ClaimView): ReactNode {
  const name = <bdi>{merchant.name}</bdi>;
  if (obstacle === 'allowance') {
    return (
      <>
        {name}’s vault may not pay out this much right now; {name} has been told.
      </>
    );
  }
  if (obstacle === 'signer_limit') {
    return <>What {name}’s vault may pay out in 24 hours is used up for now. It fills up by itself, hour by hour.</>;
  }
  return (
    <>
      {name}’s vault holds too little for this right now; {name} has been told.
    </>
  );
}

export function AwaitingFunds({ view, token }: ScreenProps) {
  return (
    <ScreenFrame
      view={view}
      tone="warn"
      icon="clock"
      heading={view.obstacle === 'signer_limit' ? 'Waiting for the daily limit' : 'Waiting for funds'}
      actions={
        <>
          <LookAgain token={token} main />
          <WayBack view={view} ended="badly" />
        </>
      }
    >
      <p>
        {whyShort(view)} Nothing has left the vault, and your payout stays reserved for you until{' '}
        <Time iso={view.expires_at} />.
      </p>
      <p>You can close this page. It offers the payout by itself as soon as the vault can pay it.</p>
      <LastAttempt view={view} />
    </ScreenFrame>
  );
}
