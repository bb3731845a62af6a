import type { ClaimSay } from '@/components/claim/claim-say';
import { Rich } from '@/components/ui/words/rich';
import type { ClaimView } from '@/lib/claims/schema';

type Reason = NonNullable<ClaimView['relay']['reason']>;

/** Why the portal does not send it now, in words. */
export function RelayReason({ view, say, reason }: { view: ClaimView; say: ClaimSay; reason: Reason }) {
  return (
    <p>
      <Rich
        of={say.pieces(`claim.relay.reason.${reason}`)}
        with={{ merchant: view.merchant.name, network: view.chain.name }}
      />
    </p>
  );
}
