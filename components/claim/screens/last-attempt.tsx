import type { ClaimSay } from '@/components/claim/claim-say';
import { Hash } from '@/components/ui/figures/hex';
import type { ClaimView } from '@/lib/claims/schema';

/** The transfer that came to nothing, with a link to look it up. */
export function LastAttempt({ view, say }: { view: ClaimView; say: ClaimSay }) {
  if (!view.transfer) return null;
  return (
    <div>
      {say('claim.fact.earlier')} <Hash value={view.transfer.hash} href={view.transfer.explorer_url} say={say} />
    </div>
  );
}
