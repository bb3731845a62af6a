import { ClaimOffer } from '@/components/claim/offering/claim-offer';
import { waitsToBeSent } from '@/components/claim/screen';
import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { Address } from '@/components/ui/figures/hex';
import { RelayReason } from './relay-reason';

/** The portal sends it: said to every visitor of the link, on every device. */
export function Relaying(props: ScreenProps) {
  const { view, say } = props;
  const { state, address, reason } = view.relay;
  const waits = waitsToBeSent(view);
  return (
    <ScreenFrame
      {...{ view, say }}
      tone={waits ? 'warn' : 'plain'}
      icon="clock"
      heading={say(
        waits ? 'claim.relay.waiting.heading' : `claim.relay.${state === 'queued' ? 'queued' : 'sent'}.heading`,
      )}
      actions={waits && <ClaimOffer {...props} />}
    >
      {address && (
        <div>
          {say('claim.relay.to')} <Address value={address} say={say} />
        </div>
      )}
      {waits && reason && <RelayReason {...{ view, say, reason }} />}
      <p>{say(waits ? 'claim.relay.waiting.words' : 'claim.relay.words')}</p>
      <p>{say('claim.relay.close')}</p>
    </ScreenFrame>
  );
}
