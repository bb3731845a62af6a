import { ClaimOffer } from '@/components/claim/offering/claim-offer';
import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { TransferLine } from './paid-transfer';
import { SentSince } from './sent-since';
import { StartAgain } from './start-again';

const againWords = (say: ScreenProps['say']) => ({
  notMe: say('claim.sent.notMe'),
  stranger: say('claim.sent.notMe.words'),
  late: say('claim.sent.late'),
  cost: say('claim.sent.costOfAgain'),
});

/** A hash was reported and no node shows it yet: said to every visitor, so that nobody sends a second one unawares. */
export function Sent(props: ScreenProps) {
  const { view, say } = props;
  const { transfer, expired } = view;
  const ageMs = transfer ? Math.max(0, Date.now() - Date.parse(transfer.created_at)) : 0;
  return (
    <ScreenFrame
      {...{ view, say }}
      tone="plain"
      icon="clock"
      heading={say('claim.sent.heading')}
      actions={
        !expired && (
          <StartAgain token={props.token} hash={transfer?.hash ?? ''} ageMs={ageMs} words={againWords(say)}>
            <ClaimOffer {...props} />
          </StartAgain>
        )
      }
    >
      <p>
        <SentSince
          key={transfer?.id}
          ageMs={ageMs}
          words={{ now: say('claim.sent.now'), ago: say('claim.sent.ago', { ago: '{ago}' }) }}
        />
      </p>
      <p>{say('claim.sent.words')}</p>
      {transfer && <TransferLine transfer={transfer} say={say} />}
    </ScreenFrame>
  );
}
