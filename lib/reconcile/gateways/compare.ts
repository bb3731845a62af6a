import type { SubmissionStatus } from '@/db/vocabulary/gateways';
import type { RowState } from '@/lib/rails/shkeeper/classify';
import type { Why } from '@/lib/reconcile/core/difference-store';
import { reason } from '@/lib/wire/reason';

/** What the books and the chain know of one submission; `settled`: its transfer is confirmed and booked. */
export type Known = {
  status: SubmissionStatus;
  settled: boolean;
  hash: string | null;
  /** Whether the gateway ever took it, as a task of its own says. */
  taken: boolean;
  /** For how long it is under way. */
  ageSeconds: number;
};

/** So long a transfer may be on its way before the word of the gateway that it is paid stands alone. */
const underWaySeconds = 86_400;

/**
 * What the gateway's own table says otherwise than chain and books; null where they agree. A payout that is still "in
 * progress" there is no difference: the server stops looking after a day.
 */
export function compare(row: Exclude<RowState, { state: 'unreadable' }>, known: Known): Why | null {
  // With several stores, a server shows its rows to the key of one: what it took it may not show.
  if (row.state === 'absent') return known.settled && !known.taken ? reason('gateway_has_no_record') : null;
  if (row.status === 'FAIL') return known.settled ? reason('gateway_says_failed') : null;
  if (known.settled) {
    const other = row.hash !== null && row.hash !== known.hash;
    return other ? reason('gateway_names_another', { hash: row.hash ?? '' }) : null;
  }
  if (row.status !== 'SUCCESS' || isUnderWay(known)) return null;
  return row.hash === null ? reason('gateway_says_paid') : reason('gateway_says_paid_by', { hash: row.hash });
}

function isUnderWay({ status, ageSeconds }: Known): boolean {
  return ['submitting', 'accepted', 'seen', 'paid'].includes(status) && ageSeconds < underWaySeconds;
}
