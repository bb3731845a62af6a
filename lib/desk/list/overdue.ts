/** Longer than any chain of ours needs until a payment is final; a payout that takes longer needs somebody. */
export const overdueAfterSeconds = 30 * 60;

/** Longer than anybody looks at a wallet's question; a payment by hand that is not answered for so long needs somebody. */
export const unansweredAfterSeconds = 10 * 60;
