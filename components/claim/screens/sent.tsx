import { ClaimOffer } from '@/components/claim/offering/claim-offer';
import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { agoWords } from '@/components/claim/sent/ago-words';
import { SentSince } from '@/components/claim/sent/sent-since';
import { StartAgain } from '@/components/claim/sent/start-again';
import { TransferLine } from './paid-transfer';

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
  const sinceWords = { now: say('claim.sent.now'), ago: say('claim.sent.ago', { ago: '{ago}' }) };
  const ageMs = transfer ? Math.max(0, Date.now() - Date.parse(transfer.created_at)) : 0;
  const ago = agoWords(ageMs, say.language);
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
        <SentSince key={transfer?.id} ageMs={ageMs} words={sinceWords}>
          {ago ? say('claim.sent.ago', { ago }) : sinceWords.now}
        </SentSince>
      </p>
      <p>{say('claim.sent.words')}</p>
      {transfer && <TransferLine transfer={transfer} say={say} />}
    </ScreenFrame>
  );
}
