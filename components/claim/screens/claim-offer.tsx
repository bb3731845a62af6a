import { MailboxAction } from '@/components/claim/mailbox/mailbox-action';
import type { ScreenProps } from '@/components/claim/screen-props';
import { ClaimAction } from './claim-action';

/** The button that starts a claim, the same wherever a claim is offered. */
export function ClaimOffer({ view, token, walletConnectProjectId, say }: ScreenProps) {
  const { email } = view.recipient;
  if (view.proof_needed === 'email' && email) return <ProveMailbox {...{ token, email, say }} />;
  const words = {
    go: say('claim.do.continue'),
    looking: say('claim.do.looking'),
    missing: say('claim.walletPartMissing'),
  };
  return (
    <>
      <ClaimAction {...{ view, token, walletConnectProjectId, words }} />
      <noscript>
        <p className="text-[0.9375rem] text-warn">{say('claim.noScript')}</p>
      </noscript>
    </>
  );
}

/** Before anything is offered: the reader shows that the mailbox is theirs. */
function ProveMailbox({ token, email, say }: Pick<ScreenProps, 'token' | 'say'> & { email: string }) {
  const words = {
    go: say('claim.do.code', { email }),
    looking: say('claim.do.codeSending'),
    missing: say('claim.walletPartMissing'),
  };
  return (
    <>
      <MailboxAction {...{ token, email, words }} />
      <noscript>
        <p className="text-[0.9375rem] text-warn">{say('claim.noScript')}</p>
      </noscript>
    </>
  );
}
