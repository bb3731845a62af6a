import type { FailureCode } from '@/db/vocabulary/reasons';
import { addSeconds } from '@/lib/kernel/clock';
import type { Payout } from '@/lib/payouts/store';

/** Clocks of chain and portal need not agree to the second: no payment is older than its payout by more than this. */
export const skewSeconds = 120;
/** So many members must say whose a wallet is that did not sign for itself. */
export const wordsNeeded = 2;

/** Why a movement that fits a payout in every figure does not settle it. */
const objections = ['too_old', 'unknown_sender', 'unconfirmed_sender', 'contested'] as const satisfies FailureCode[];
export type Objection = (typeof objections)[number];

export function isObjection(word: string): word is Objection {
  return objections.some((one) => one === word);
}

export function isOlder(payout: Pick<Payout, 'createdAt'>, at: Date): boolean {
  return at < addSeconds(payout.createdAt, -skewSeconds);
}

/** What is known of a movement and of the wallet that it left. */
export type Standing = {
  /** The time of its block. */
  at: Date;
  /** The wallet has signed for this merchant, or had when what waits for it was prepared. */
  isProven: boolean;
  /** It is proved to be another merchant's, and not this one's. */
  isForeign: boolean;
  /** Another merchant has proved it, too, and awaits the same. */
  isAwaitedElsewhere: boolean;
  /** How many members say that it pays this payout, and how many of them that the wallet is the merchant's. */
  members: number;
  naming: number;
};

/**
 * Whether a movement may settle a payout by hand, asked on every road before it is booked. Only a wallet that has signed
 * for this merchant pays its payouts, or one of which two members say so; where several merchants have proved one wallet
 * and await the same, a member says whose it is. Nothing pays what did not exist yet.
 */
export function objectionTo(payout: Pick<Payout, 'createdAt'>, standing: Standing): Objection | null {
  const { at, isProven, isForeign, isAwaitedElsewhere, members, naming } = standing;
  if (isOlder(payout, at)) return 'too_old';
  if (isProven) return isAwaitedElsewhere && members === 0 ? 'contested' : null;
  if (naming === 0 || isForeign) return 'unknown_sender';
  return naming < wordsNeeded ? 'unconfirmed_sender' : null;
}
