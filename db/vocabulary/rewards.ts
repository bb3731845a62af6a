/** Closed lists of words about rewards. */

/** What became of a reward: its coins are the user's; a cap holds them until a person decides; they were taken back. */
export const rewardStatuses = ['booked', 'held', 'reversed'] as const;
export type RewardStatus = (typeof rewardStatuses)[number];

/** Whether the payout that coins were turned into may still be paid, is paid, or ended, so that they are the user's again. */
export const redemptionStatuses = ['open', 'paid', 'returned'] as const;
export type RedemptionStatus = (typeof redemptionStatuses)[number];
