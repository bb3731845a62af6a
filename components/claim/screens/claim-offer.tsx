import type { ScreenProps } from '@/components/claim/screen-props';
import { ClaimAction } from './claim-action';

/** The button that starts a claim, the same wherever a claim is offered. */
export function ClaimOffer({ view, token, walletConnectProjectId }: ScreenProps) {
  return (
    <>
      <ClaimAction view={view} token={token} walletConnectProjectId={walletConnectProjectId} />
      <noscript>
        <p className="text-[0.9375rem] text-warn">
          Connecting a wallet needs JavaScript, which is off in this browser.
        </p>
      </noscript>
    </>
  );
}
