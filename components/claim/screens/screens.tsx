import type { ReactNode } from 'react';
import type { Screen } from '@/components/claim/screen';
import type { ScreenFrameProps } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { wordsOf } from '@/components/rails/registry';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { ClaimOffer } from './claim-offer';
import { LastAttempt } from './last-attempt';
import { LookAgain } from './look-again';
import { mayTryAgain, obstacleWords } from './obstacle-words';
import { PaidActions } from './paid-actions';
import { PaidTransfer } from './paid-transfer';
import { WayBack } from './way-back';

/** Screens that only tell: how one is marked, its title, what happened and whether money moved, and what to do next. */
export type ScreenFacts = Omit<ScreenFrameProps, 'view'>;
/** The others do something themselves and have a component of their own. */
type TellingScreen = Exclude<Screen, 'ready' | 'sent' | 'processing' | 'completed'>;

const waits = { tone: 'plain', icon: 'clock' } as const;
const waitsLonger = { tone: 'warn', icon: 'clock' } as const;
const troubled = { tone: 'warn', icon: 'alert' } as const;

const merchant = ({ view }: ScreenProps) => <bdi>{view.merchant.name}</bdi>;
/** That no money moved, as it is said of a payout on this rail; a clause. */
const unmoved = ({ view }: ScreenProps) => wordsOf(view.rail).unmoved;
const goBack = ({ view }: ScreenProps) => <WayBack view={view} ended="badly" main />;
const lookOrGoBack = ({ view, token }: ScreenProps) => (
  <>
    <LookAgain token={token} main />
    <WayBack view={view} ended="badly" />
  </>
);

/** A transfer came to nothing and the payout is still there: it is offered again. */
const offeredAgain = (props: ScreenProps, heading: string, words: ReactNode): ScreenFacts => ({
  ...{ ...troubled, heading, untilSent: true, actions: <ClaimOffer {...props} /> },
  children: (
    <>
      {words}
      <LastAttempt view={props.view} />
    </>
  ),
});

function whyShort(props: ScreenProps): ReactNode {
  const name = merchant(props);
  switch (props.view.obstacle) {
    case 'allowance':
      return (
        <>
          {name}’s vault may not pay out this much right now; {name} has been told.
        </>
      );
    case 'signer_limit':
      return <>What {name}’s vault may pay out in 24 hours is used up for now. It fills up by itself, hour by hour.</>;
    default:
      return (
        <>
          {name}’s vault holds too little for this right now; {name} has been told.
        </>
      );
  }
}

/** What stays of a payout that cannot be paid at the moment. */
const reserved = (props: ScreenProps) => (
  <>
    {unmoved(props)}, and your payout stays reserved for you until <BrowserTime iso={props.view.expires_at} />.
  </>
);

export const screens: Record<TellingScreen, (props: ScreenProps) => ScreenFacts> = {
  awaiting_approval: (props) => ({
    ...{ ...waits, heading: 'Waiting for approval', actions: <LookAgain token={props.token} /> },
    children: (
      <p>
        {merchant(props)} still has to approve this payout. {unmoved(props)}. You can close this page and come back with
        the same link; it changes by itself when the approval is there.
      </p>
    ),
  }),
  by_hand: (props) => ({
    ...{ ...waits, heading: `${props.view.merchant.name} is going to pay you` },
    actions: <LookAgain token={props.token} />,
    children: (
      <p>
        You have nothing to do. {merchant(props)} {wordsOf(props.view.rail).waiting} You can close this page and come
        back with the same link; it changes by itself when the money is on its way.
      </p>
    ),
  }),
  awaiting_funds: (props) => ({
    ...{ ...waitsLonger, actions: lookOrGoBack(props) },
    heading: props.view.obstacle === 'signer_limit' ? 'Waiting for the daily limit' : 'Waiting for funds',
    children: (
      <>
        <p>
          {whyShort(props)} {reserved(props)}
        </p>
        <p>You can close this page. It offers the payout by itself as soon as the vault can pay it.</p>
        <LastAttempt view={props.view} />
      </>
    ),
  }),
  obstructed: (props) => {
    const { cause, heading, why, next } = obstacleWords(props.view);
    const offer = (
      <>
        <ClaimOffer {...props} />
        <WayBack view={props.view} ended="badly" />
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
          <LastAttempt view={props.view} />
        </>
      ),
    };
  },
  network_down: ({ view, token }) => ({
    ...{ ...troubled, heading: 'We cannot reach the network', actions: <LookAgain token={token} main /> },
    children: (
      <>
        <p>
          We do not hear from {view.chain.name} right now, so we cannot see whether the money is there and offer nothing
          until we can. This is on our side, and your payout is safe: you are paid once, also if several transfers were
          sent meanwhile.
        </p>
        <p>The page keeps trying by itself.</p>
      </>
    ),
  }),
  reverted: (props) =>
    offeredAgain(
      props,
      'The network refused the transfer',
      <>
        <p>
          {unmoved(props)}; only the network fee was spent. The payout is still yours and you can try again with a fresh
          call. You can only ever be paid once.
        </p>
        {props.view.transfer?.failure_reason && <p>Reason: {props.view.transfer.failure_reason}</p>}
      </>,
    ),
  replaced: (props) =>
    offeredAgain(
      props,
      'Your wallet sent something else instead',
      <p>
        The transfer was cancelled or replaced in your wallet before the network took it. {unmoved(props)} and the
        payout is still yours.
      </p>,
    ),
  dropped: (props) =>
    offeredAgain(
      props,
      'The network lost the transfer',
      <p>
        It is in no block that we have read, often because the network fee was set too low. Send it again: even if the
        first one turns up later, you can only be paid once. It would cost a second network fee.
      </p>,
    ),
  already_paid: (props) => {
    const { how, after } = wordsOf(props.view.rail).paid;
    const { transfer, completed_at: at } = props.view;
    return {
      ...{ tone: 'good', icon: 'check', heading: 'Already paid', actions: <PaidActions {...props} /> },
      children: (
        <>
          <p>
            {how}
            {at && <> and paid on </>}
            {at && <BrowserTime iso={at} />}. {after}
          </p>
          {transfer && <PaidTransfer transfer={transfer} />}
        </>
      ),
    };
  },
  cancelling: (props) => ({
    ...{ ...waitsLonger, heading: 'Being cancelled', actions: lookOrGoBack(props) },
    children: (
      <>
        <p>{merchant(props)} is cancelling this payout, so no new claim can start.</p>
        {props.view.cancellation && (
          <p>
            A claim that was sent or prepared earlier could still go through until{' '}
            <BrowserTime iso={props.view.cancellation.effective_at} />. If one does, you are paid and this page says so.
          </p>
        )}
      </>
    ),
  }),
  cancelled: (props) => ({
    ...{ tone: 'plain', icon: 'cross', over: true, heading: 'This payout was cancelled', actions: goBack(props) },
    children: (
      <p>
        {merchant(props)} cancelled it. {unmoved(props)}, and {wordsOf(props.view.rail).over.cancelled}. If you expected
        this money, ask {merchant(props)}.
      </p>
    ),
  }),
  expired: (props) => {
    const { heading, worked, ask } = wordsOf(props.view.rail).over;
    return {
      ...{ ...waits, over: true, heading, actions: goBack(props) },
      children: (
        <p>
          {worked} <BrowserTime iso={props.view.expires_at} />. {unmoved(props)}: the money is still with{' '}
          {merchant(props)}. {ask}
        </p>
      ),
    };
  },
  failed: (props) => ({
    ...{ tone: 'bad', icon: 'alert', heading: 'This payout failed', actions: goBack(props) },
    children: (
      <>
        {props.view.transfer?.status === 'differs' ? (
          <p>
            What reached your wallet is not what was agreed, and {merchant(props)} does not count it as this payout.
            What you got stays yours to settle with them; nothing more is paid through this link.
          </p>
        ) : (
          <p>
            The transfer was undone after it had counted as paid: the money is not in your wallet. {merchant(props)} has
            been told and has to start it again; there is nothing that you can send from here.
          </p>
        )}
        {props.view.failure_reason && <p>Reason: {props.view.failure_reason}</p>}
        <LastAttempt view={props.view} />
      </>
    ),
  }),
};
