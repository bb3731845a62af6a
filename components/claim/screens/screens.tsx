import type { ReactNode } from 'react';
import { ClaimOffer } from '@/components/claim/offering/claim-offer';
import { type Screen, wordedAs } from '@/components/claim/screen';
import type { ScreenFrameProps } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Rich } from '@/components/ui/words/rich';
import { FailureReason } from './failure-reason';
import { lapsed } from './lapsed';
import { LastAttempt } from './last-attempt';
import { LookAgain } from './look-again';
import { fundsHeading, mayTryAgain, obstacleWords, reserved, whyShort } from './obstacle-words';
import { PaidActions } from './paid-actions';
import { PaidTransfer } from './paid-transfer';
import { toBeSent } from './to-be-sent';
import { WayBack } from './way-back';

/** Screens that only tell: how one is marked, its title, what happened and whether money moved, and what to do next. */
export type ScreenFacts = Omit<ScreenFrameProps, 'view' | 'say'>;
/** The others do something themselves and have a component of their own. */
type TellingScreen = Exclude<Screen, 'ready' | 'sent' | 'relaying' | 'processing' | 'completed'>;

const waits = { tone: 'plain', icon: 'clock' } as const;
const waitsLonger = { tone: 'warn', icon: 'clock' } as const;
const troubled = { tone: 'warn', icon: 'alert' } as const;

const merchantOf = ({ view }: ScreenProps) => ({ merchant: view.merchant.name });
const goBack = ({ view, say }: ScreenProps) => <WayBack view={view} say={say} ended="badly" main />;
const lookOrGoBack = (props: ScreenProps) => (
  <>
    <LookAgain {...props} main />
    <WayBack view={props.view} say={props.say} ended="badly" />
  </>
);

/** A transfer came to nothing and the payout is still there: it is offered again. */
const offeredAgain = (
  props: ScreenProps,
  screen: 'reverted' | 'replaced' | 'dropped',
  more?: ReactNode,
): ScreenFacts => ({
  ...{
    ...troubled,
    heading: props.say(`claim.${screen}.heading`),
    untilSent: true,
    actions: <ClaimOffer {...props} />,
  },
  children: (
    <>
      <p>{props.say(`claim.${screen}.words`)}</p>
      {more}
      <LastAttempt view={props.view} say={props.say} />
    </>
  ),
});

type ReasonProps = Pick<ScreenProps, 'say'> & Parameters<typeof FailureReason>[0];

function Reason({ say, ...why }: ReasonProps) {
  if (!why.reason) return null;
  return (
    <p>
      <Rich of={say.pieces('claim.fact.reason')} with={{ reason: <FailureReason say={say} {...why} /> }} />
    </p>
  );
}

export const screens: Record<TellingScreen, (props: ScreenProps) => ScreenFacts> = {
  awaiting_approval: (props) => ({
    ...{ ...waits, heading: props.say('claim.approval.heading'), actions: <LookAgain {...props} /> },
    children: (
      <p>
        <Rich
          of={props.say.pieces(`claim.approval.${wordedAs(props.view.rail, props.view.delivery)}`)}
          with={merchantOf(props)}
        />
      </p>
    ),
  }),
  lapsed,
  by_hand: (props) => ({
    ...{ ...waits, heading: props.say('claim.byHand.heading', merchantOf(props)) },
    actions: <LookAgain {...props} />,
    children: (
      <p>
        <Rich of={props.say.pieces('claim.byHand.words')} with={merchantOf(props)} />
      </p>
    ),
  }),
  to_be_sent: toBeSent,
  awaiting_funds: (props) => ({
    ...{ ...waitsLonger, actions: lookOrGoBack(props) },
    heading: fundsHeading(props),
    children: (
      <>
        <p>
          {whyShort(props)} {reserved(props)}
        </p>
        <p>{props.say('claim.funds.next')}</p>
        <LastAttempt view={props.view} say={props.say} />
      </>
    ),
  }),
  obstructed: (props) => {
    const { cause, heading, why, next } = obstacleWords(props.view, props.say);
    const offer = (
      <>
        <ClaimOffer {...props} />
        <WayBack view={props.view} say={props.say} ended="badly" />
      </>
    );
    return {
      ...{ ...troubled, heading, actions: mayTryAgain(cause) ? offer : lookOrGoBack(props) },
      children: (
        <>
          <p>
            {why} {reserved(props)}
          </p>
          <p>{next}</p>
          <LastAttempt view={props.view} say={props.say} />
        </>
      ),
    };
  },
  stopped: (props) => ({
    ...{ ...waitsLonger, heading: props.say('claim.stopped.heading'), actions: lookOrGoBack(props) },
    children: (
      <>
        <p>
          <Rich
            of={props.say.pieces('claim.stopped.words')}
            with={{ time: <BrowserTime iso={props.view.expires_at} /> }}
          />
        </p>
        <p>{props.say('claim.stopped.next')}</p>
        <LastAttempt view={props.view} say={props.say} />
      </>
    ),
  }),
  network_down: (props) => ({
    ...{ ...troubled, heading: props.say('claim.networkDown.heading'), actions: <LookAgain {...props} main /> },
    children: (
      <>
        <p>
          <Rich of={props.say.pieces('claim.networkDown.words')} with={{ network: props.view.chain.name }} />
        </p>
        <p>{props.say('claim.networkDown.next')}</p>
      </>
    ),
  }),
  reverted: (props) => {
    const { failure_code: code = null, failure_reason: reason = null } = props.view.transfer ?? {};
    return offeredAgain(props, 'reverted', <Reason {...{ code, reason }} say={props.say} />);
  },
  replaced: (props) => offeredAgain(props, 'replaced'),
  dropped: (props) => {
    const { failure_code: code = null, failure_reason: reason = null } = props.view.transfer ?? {};
    // What was paid and taken back is not what a low network fee has lost.
    return offeredAgain(props, 'dropped', code === 'reorganised' && <Reason {...{ code, reason }} say={props.say} />);
  },
  already_paid: (props) => {
    const { transfer, completed_at: at } = props.view;
    const voice = wordedAs(props.view.rail, props.view.delivery);
    const { say } = props;
    return {
      ...{
        tone: 'good',
        icon: 'check',
        heading: say('claim.alreadyPaid.heading'),
        actions: <PaidActions {...props} />,
      },
      children: (
        <>
          <p>
            {at ? (
              <Rich of={say.pieces(`claim.alreadyPaid.${voice}.on`)} with={{ time: <BrowserTime iso={at} /> }} />
            ) : (
              say(`claim.alreadyPaid.${voice}`)
            )}
          </p>
          {transfer && <PaidTransfer transfer={transfer} say={say} />}
        </>
      ),
    };
  },
  cancelling: (props) => ({
    ...{ ...waitsLonger, heading: props.say('claim.cancelling.heading'), actions: lookOrGoBack(props) },
    children: (
      <>
        <p>
          <Rich of={props.say.pieces('claim.cancelling.words')} with={merchantOf(props)} />
        </p>
        {props.view.cancellation && (
          <p>
            <Rich
              of={props.say.pieces('claim.cancelling.until')}
              with={{ time: <BrowserTime iso={props.view.cancellation.effective_at} /> }}
            />
          </p>
        )}
        {props.view.cancellation?.on_chain && <p>{props.say('claim.cancelling.onChain')}</p>}
      </>
    ),
  }),
  cancelled: (props) => ({
    ...{ tone: 'plain', icon: 'cross', over: true, heading: props.say('claim.cancelled.heading') },
    actions: goBack(props),
    children: (
      <p>
        <Rich
          of={props.say.pieces(`claim.cancelled.${wordedAs(props.view.rail, props.view.delivery)}`)}
          with={merchantOf(props)}
        />
      </p>
    ),
  }),
  expired: (props) => ({
    ...{
      ...waits,
      over: true,
      heading: props.say(`claim.expired.heading.${wordedAs(props.view.rail, props.view.delivery)}`),
      actions: goBack(props),
    },
    children: (
      <p>
        <Rich
          of={props.say.pieces(`claim.expired.${wordedAs(props.view.rail, props.view.delivery)}`)}
          with={{ ...merchantOf(props), time: <BrowserTime iso={props.view.expires_at} /> }}
        />
      </p>
    ),
  }),
  failed: (props) => {
    const { transfer, failure_code: code, failure_reason: reason } = props.view;
    const how = transfer?.status === 'differs' ? 'differs' : 'undone';
    return {
      ...{ tone: 'bad', icon: 'alert', heading: props.say('claim.failed.heading'), actions: goBack(props) },
      children: (
        <>
          <p>
            <Rich of={props.say.pieces(`claim.failed.${how}`)} with={merchantOf(props)} />
          </p>
          <Reason {...{ code, reason }} say={props.say} />
          <LastAttempt view={props.view} say={props.say} />
        </>
      ),
    };
  },
};
