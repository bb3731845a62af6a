import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { Hash } from '@/components/ui/figures/hex';
import { ClaimOffer } from './claim-offer';
import { SentSince } from './sent-since';
import { StartAgain } from './start-again';

/** A hash was reported and no node shows it yet: said to every visitor, so that nobody sends a second one unawares. */
export function Sent(props: ScreenProps) {
  const { transfer, expired } = props.view;
  const ageMs = transfer ? Math.max(0, Date.now() - Date.parse(transfer.created_at)) : 0;
  return (
    <ScreenFrame
      view={props.view}
      tone="plain"
      icon="clock"
      heading="Sent"
      actions={
        !expired && (
          <StartAgain token={props.token} hash={transfer?.hash ?? ''} ageMs={ageMs}>
            <ClaimOffer {...props} />
          </StartAgain>
        )
      }
    >
      <p>
        <SentSince key={transfer?.id} ageMs={ageMs} />
      </p>
      <p>The network usually shows it within seconds, and this page then says how far it is. You can close the page.</p>
      {transfer && (
        <div>
          <span>Transfer </span>
          <Hash value={transfer.hash} href={transfer.explorer_url} />
        </div>
      )}
    </ScreenFrame>
  );
}
