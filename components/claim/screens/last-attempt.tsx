import { Hash } from '@/components/ui/figures/hex';
import type { ClaimView } from '@/lib/claims/schema';

/** The transfer that came to nothing, with a link to look it up. */
export function LastAttempt({ view }: { view: ClaimView }) {
  if (!view.transfer) return null;
  return (
    <div>
      The earlier transfer: <Hash value={view.transfer.hash} href={view.transfer.explorer_url} />
    </div>
  );
}
