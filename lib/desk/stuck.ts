/** Longer than any chain of ours needs until a payment is final; a payout that takes longer needs somebody. */
export const stuckAfterSeconds = 30 * 60;
