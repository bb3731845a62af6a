/** Longer than any chain of ours needs until a payment is final; a payout that takes longer needs a person. */
export const overdueAfterSeconds = 30 * 60;

/** Longer than anybody looks at a wallet's question; a payment by hand without an answer for this long needs a person. */
export const unansweredAfterSeconds = 10 * 60;
