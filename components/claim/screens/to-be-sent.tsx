import type { ReactNode } from 'react';
import { waitsToBeSent } from '@/components/claim/screen';
import type { ScreenFrameProps } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { LastAttempt } from './last-attempt';
import { LookAgain } from './look-again';
import { fundsHeading, obstacleWords, reserved, whyShort } from './obstacle-words';
import { RelayReason } from './relay-reason';

/** What keeps a payout that needs no claim; null while it is about to be sent. */
function whyUnsent(props: ScreenProps): { heading: string; why: ReactNode } | null {
  const { view, say } = props;
  const { reason } = view.relay;
  const waiting = say('claim.relay.waiting.heading');
  switch (view.coverage.state) {
    case 'short':
      return { heading: fundsHeading(props), why: whyShort(props) };
    case 'blocked': {
      const { heading, why } = obstacleWords(view, say);
      return { heading, why };
    }
    case 'unknown':
      return { heading: waiting, why: <RelayReason {...{ view, say }} reason="node_silent" /> };
    case 'funded':
      return reason && waitsToBeSent(view)
        ? { heading: waiting, why: <RelayReason {...{ view, say, reason }} /> }
        : null;
  }
}

/** Nobody has to claim it: its reader has nothing to do while it waits. */
export function toBeSent(props: ScreenProps): Omit<ScreenFrameProps, 'view' | 'say'> {
  const { say } = props;
  const kept = whyUnsent(props);
  return {
    ...{ tone: kept ? 'warn' : 'plain', icon: 'clock' },
    heading: kept?.heading ?? say('claim.relay.queued.heading'),
    actions: <LookAgain {...props} />,
    children: (
      <>
        {kept && <div>{kept.why}</div>}
        <p>
          {say(kept ? 'claim.direct.next' : 'claim.direct.words')} {kept && reserved(props)}
        </p>
        <p>{say('claim.relay.close')}</p>
        <LastAttempt view={props.view} say={say} />
      </>
    ),
  };
}
