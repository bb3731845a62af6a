import { isOlder, skewSeconds } from '@/lib/by-hand/sightings/may-settle';
import { logOf } from '@/lib/by-hand/sightings/record-log';
import { mayCarry } from '@/lib/by-hand/sightings/resolve';
import type { TokenMove } from '@/lib/evm/token-moves';
import { addSeconds } from '@/lib/kernel/clock';
import type { Payout } from '@/lib/payouts/store';
import type { Transfer } from '@/lib/payouts/transfer-store';
import { reason } from '@/lib/wire/reason';
import type { Why } from './difference-store';

/** A payout by hand to the address that was paid, with its transfer that may still move money, if there is one. */
export type Candidate = { payout: Payout; live: Transfer | null };

export type Match =
  | { state: 'one'; candidate: Candidate }
  | { state: 'choice'; payouts: Payout[]; because: Why }
  | { state: 'wrong_amount'; payout: Payout }
  | { state: 'none' };

/** How long after its time a payout may still be what a payment was meant for, if a person says so. */
export const lateSeconds = 30 * 86_400;

const open = ['pending', 'processing'] as const;
const closed = ['awaiting_approval', 'expired', 'cancelled', 'failed'] as const;

function isOneOf(list: readonly string[], word: string): boolean {
  return list.includes(word);
}

/**
 * Which payout a movement paid whose hash nobody reported: by recipient, amount and time. Exactly one that was open at
 * the time, from a wallet that is proved to be the merchant's, needs nobody; anything less certain waits for a person.
 */
export function match(move: TokenMove, at: Date, trusted: boolean, candidates: readonly Candidate[]): Match {
  const inTime = candidates.filter(({ payout }) => payout.token === move.token && isInTime(payout, at, lateSeconds));
  const exact = inTime.filter(({ payout }) => payout.net === move.amount);
  const sure = exact.filter(({ payout }) => wasOpen(payout, at));
  const unsure = exact.filter((one) => !sure.includes(one));
  const waits = unsure.some(({ payout }) => payout.status === 'awaiting_approval');
  const [only, another] = sure;
  if (only && !another && !waits && trusted && mayCarry(only.live, logOf(move)))
    return { state: 'one', candidate: only };
  if (sure.length + unsure.length > 0) {
    const payouts = [...sure, ...unsure].map(({ payout }) => payout);
    return { state: 'choice', payouts, because: reasonOf(sure, waits, trusted) };
  }
  const near = inTime.find(({ payout }) => wasOpen(payout, at) || payout.status === 'awaiting_approval');
  return near ? { state: 'wrong_amount', payout: near.payout } : { state: 'none' };
}

function isInTime(payout: Payout, at: Date, late: number): boolean {
  return !isOlder(payout, at) && at <= addSeconds(payout.expiresAt, late);
}

/** Open when it was paid; one that ran out after that was paid in time. */
function wasOpen(payout: Payout, at: Date): boolean {
  if (isOneOf(open, payout.status)) return true;
  return payout.status === 'expired' && isInTime(payout, at, skewSeconds);
}

function reasonOf(sure: readonly Candidate[], waits: boolean, trusted: boolean): Why {
  if (sure.length > 1) return reason('fits_many', { count: sure.length });
  if (sure.length === 0) return reason('was_not_open');
  if (waits) return reason('another_awaits_approval');
  if (!trusted) return reason('wallet_unproved');
  return reason('another_on_its_way');
}

/** Statuses of payouts that a payment could have been meant for. */
export const candidateStatuses = [...open, ...closed] as const;
