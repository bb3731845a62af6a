import type { ClaimView } from '@/lib/claims/schema';

/** Equal for two views exactly when the page would show the same: the server marks its page, the browser its answers. */
export function markOf({
  status,
  version,
  expired,
  coverage,
  obstacle,
  cancellation,
  transfer,
  relay,
  proof_needed: proofNeeded,
}: ClaimView): string {
  return [
    status,
    version,
    expired,
    coverage.state,
    obstacle,
    cancellation?.effective_at,
    transfer?.id,
    transfer?.hash,
    transfer?.status,
    transfer?.confirmations,
    relay.state,
    relay.reason,
    relay.offered,
    proofNeeded,
  ].join();
}
