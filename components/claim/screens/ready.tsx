import { ClaimOffer } from '@/components/claim/offering/claim-offer';
import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { Callout } from '@/components/ui/callout';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Rich } from '@/components/ui/words/rich';
import type { ClaimView } from '@/lib/claims/schema';
import { RelayReason } from './relay-reason';

/** Not worth a word: nothing was ever promised there. */
const unsaid: readonly ClaimView['relay']['reason'][] = [null, 'no_account', 'closed'];

/** What it costs its recipient, and why it is not sent for them where it otherwise would be. */
function Offered({ view, say }: ScreenProps) {
  const { name: merchant } = view.merchant;
  const { reason, state } = view.relay;
  const why = unsaid.includes(reason) ? null : reason;
  if (view.proof_needed === 'email') {
    return (
      <p>
        <Rich of={say.pieces('claim.ready.mailbox')} with={{ email: view.recipient.email ?? '' }} />
      </p>
    );
  }
  return (
    <>
      {view.relay.offered ? (
        <p>
          <Rich of={say.pieces('claim.ready.relayed')} with={{ merchant }} />
        </p>
      ) : (
        <p>
          <Rich of={say.pieces('claim.ready.words')} with={{ merchant, currency: view.chain.currency }} />
        </p>
      )}
      {view.proof_needed === 'signature' && (
        <p>
          <Rich of={say.pieces('claim.ready.sign')} with={{ merchant }} />
        </p>
      )}
      {why && (
        <Callout tone="warn">
          {state === 'ended' && <p>{say('claim.relay.ended')}</p>}
          <RelayReason {...{ view, say }} reason={why} />
          {!view.relay.offered && <p>{say('claim.relay.orSelf')}</p>}
        </Callout>
      )}
    </>
  );
}

export function Ready(props: ScreenProps) {
  const { view, say } = props;
  return (
    <ScreenFrame
      untilSent
      {...{ view, say }}
      tone="good"
      icon="check"
      heading={say('claim.ready.heading')}
      actions={<ClaimOffer {...props} />}
    >
      <Offered {...props} />
      {view.earlier_claim_until && (
        <Callout tone="warn">
          <Rich
            of={say.pieces('claim.ready.earlierLink')}
            with={{ time: <BrowserTime iso={view.earlier_claim_until} /> }}
          />
        </Callout>
      )}
    </ScreenFrame>
  );
}
