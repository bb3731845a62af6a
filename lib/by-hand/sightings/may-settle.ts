import { addSeconds } from '@/lib/kernel/clock';
import type { Payout } from '@/lib/payouts/store';

/** Clocks of chain and portal need not agree to the second: no payment is older than its payout by more than this. */
export const skewSeconds = 120;
/** So many members must say whose a wallet is that did not sign for itself. */
export const wordsNeeded = 2;

/** Why a movement that fits a payout in every figure does not settle it; in words for the payer. */
export const objections = {
  too_old: 'It was sent before this payout existed.',
  unknown_sender:
    'Nobody has proved that its wallet is yours. Have it sign once under your wallets, and this is booked.',
  unconfirmed_sender: 'Nobody has proved that its wallet is yours: it is booked once another member records it, too.',
  contested:
    'Another merchant here has proved this wallet, too, and awaits the very same payment. If it is yours, record its hash.',
} as const;
export type Objection = keyof typeof objections;

export function isObjection(word: string): word is Objection {
  return word in objections;
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
