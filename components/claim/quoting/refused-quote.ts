import type { Refused } from '@/components/ask/ask';
import { problemOf } from '@/components/ask/problem';

/** No rate changes these; the claim page says how the payout stands. */
const standing: ReadonlySet<string> = new Set([
  ...['link_unknown', 'link_expired', 'link_cancelled', 'already_paid', 'payout_state', 'transfer_in_progress'],
  ...['quote_stands', 'proof_required'],
]);
export const stands = (refused: Refused | null) => standing.has(problemOf(refused).code);

/** What is short of this asset is no matter of rates: another one may be there. */
export const faultOf = (refused: Refused | null) =>
  problemOf(refused).code === 'asset_unavailable' ? 'unpayable' : 'failed';
