import type { ScreenProps } from '@/components/claim/screen-props';
import { ClaimAction } from './claim-action';

/** The button that starts a claim, the same wherever a claim is offered. */
export function ClaimOffer({ view, token, walletConnectProjectId, say }: ScreenProps) {
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
