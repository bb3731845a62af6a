/** Closed lists of words about differences between books and chain. */

/** What reconciliation finds between the chain and the books. The first six are money that left and is in suspense. */
export const differenceKinds = [
  'unexplained',
  'choice',
  'wrong_amount',
  'unknown_claim',
  'unknown_order',
  'transfer_unknown',
  'transfer_differs',
  'settlement_missing',
  'settlement_differs',
  'movement_missing',
  'balance_mismatch',
  'gateway_differs',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** What a difference is about: a movement out of a wallet, a settlement, a booked movement, a transfer, a balance, or a gateway's word. */
export const differenceTopics = ['outgoing', 'settlement', 'movement', 'transfer', 'balance', 'gateway'] as const;
export type DifferenceTopic = (typeof differenceTopics)[number];

export const differenceStatuses = ['open', 'assigned', 'resolved'] as const;
export type DifferenceStatus = (typeof differenceStatuses)[number];

/** How a difference ended: booked to a payout, to an account, explained in words, or gone when looked at again. */
export const resolutionWays = ['payout', 'account', 'reversed', 'explained', 'gone', 'accepted', 'refused'] as const;
export type ResolutionWay = (typeof resolutionWays)[number];
