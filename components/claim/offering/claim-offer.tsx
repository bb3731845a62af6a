import { lazyWords } from '@/components/claim/lazy-words';
import { ProveMailbox } from '@/components/claim/mailbox/prove-mailbox';
import type { ScreenProps } from '@/components/claim/screen-props';
import { WholeLink } from '@/components/claim/whole-link';
import { buttonClass } from '@/components/ui/button';
import { shorten } from '@/components/ui/figures/shorten';
import type { ClaimView } from '@/lib/claims/schema';
import { ClaimAction } from './claim-action';
import { PasteAction } from './paste-action';
import { SendAction } from './send-action';

/** Whether the portal sends it for the asking, and nothing has to be proved first. */
const isSendable = ({ relay, proof_needed }: ClaimView) => relay.offered && proof_needed === null;

/** How a claim is begun, the same wherever it is offered: sent by the portal where it offers that, else from one's own wallet. */
export function ClaimOffer(props: ScreenProps) {
  const { view, token, query, say } = props;
  return (
    <>
      <Way {...props} />
      {!view.recipient.address && (
        <p className="text-center">
          <WholeLink className={buttonClass('text')} href={`/p/${token}/no-wallet${query}`}>
            {say('claim.do.noWallet')}
          </WholeLink>
        </p>
      )}
      <noscript>
        <p className="text-[0.9375rem] text-warn">{say('claim.noScript')}</p>
      </noscript>
    </>
  );
}

function Way(props: ScreenProps) {
  const { proof_needed: needed, recipient } = props.view;
  if (needed === 'email' && recipient.email) return <ProveMailbox {...props} email={recipient.email} />;
  return isSendable(props.view) ? <SentForYou {...props} /> : <FromYourWallet {...props} />;
}

function FromYourWallet({ view, token, walletConnectProjectId, say }: ScreenProps) {
  const go = say(view.proof_needed ? 'claim.do.sign' : 'claim.do.continue');
  const words = lazyWords({ go, looking: say('claim.do.looking'), missing: say('claim.walletPartMissing') });
  return <ClaimAction {...{ view, token, walletConnectProjectId, words }} />;
}

/** A link that is bound to a wallet needs no more than a press; on others its reader says where it goes. */
function SentForYou({ view, token, walletConnectProjectId, say }: ScreenProps) {
  const { address } = view.recipient;
  const missing = say('claim.walletPartMissing');
  const looking = say('claim.do.looking');
  const self = lazyWords({ go: say('claim.do.paySelf'), looking, missing }, 'quiet');
  const wallet = { view, token, walletConnectProjectId };
  if (address) {
    const go = say('claim.do.sendToMine', { address: shorten(address) });
    const words = lazyWords({ go, looking: say('claim.do.sending'), missing: say('claim.partMissing') });
    return (
      <>
        <SendAction {...{ token, address, words }} />
        <ClaimAction {...wallet} paysSelf isAside words={self} />
      </>
    );
  }
  const pasting = say('claim.do.paste');
  const paste = lazyWords({ go: pasting, looking: pasting, missing: say('claim.partMissing') }, 'quiet');
  return (
    <div className="group/ways space-y-3">
      <ClaimAction {...wallet} words={lazyWords({ go: say('claim.do.connect'), looking, missing })} />
      <PasteAction {...{ view, token }} words={paste} />
    </div>
  );
}
