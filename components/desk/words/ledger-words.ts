import type { AccountKind, PostingKind } from '@/db/vocabulary/books';

/** Every account by the name that people use, and what it holds. */
export const accountWords = {
  external: { name: 'Outside', words: 'what came in from elsewhere, as a minus, and left for good' },
  available: { name: 'Available', words: 'in the vaults and not promised' },
  committed: { name: 'Promised', words: 'in the vaults, for open payouts' },
  own_wallets: { name: 'Own wallets', words: 'what wallets besides the vaults were given, less what they paid' },
  gateway_wallets: { name: 'Gateway wallets', words: 'what the hot wallets of gateways paid or promised, as a minus' },
  owed: { name: 'Owed from wallets', words: 'for open payouts that are paid by hand or by a gateway' },
  escrow: { name: 'Kept for orders', words: 'in the vaults, for orders that are not released or refunded yet' },
  own_escrow: { name: 'Kept by hand for orders', words: 'in wallets besides the vaults, for orders' },
  paid: { name: 'Paid', words: 'what recipients got' },
  fees: { name: 'Fees', words: 'what the fee collector got' },
  suspense: { name: 'Suspense', words: 'left a vault, and nobody has said why yet' },
  granted: { name: 'Granted', words: 'coins that users were given, as a minus' },
  coins: { name: 'Coins', words: 'what users earned and have not redeemed' },
  coins_held: { name: 'Coins held', words: 'earned above a cap, until a person decides' },
  redeemed: { name: 'Redeemed', words: 'coins that were turned into payouts' },
} as const satisfies Record<AccountKind, { name: string; words: string }>;

export const kindWords = {
  deposit: 'Came in',
  outflow: 'Went out',
  reserve: 'Promised',
  settle: 'Paid',
  unreserve: 'Promise ended',
  clear: 'Explained',
  escrow: 'Kept for an order',
  unescrow: 'Out of an order',
  reward: 'Reward',
  admit: 'Held reward let in',
  redeem: 'Coins redeemed',
  unredeem: 'Coins given back',
  reversal: 'Taken back',
} as const satisfies Record<PostingKind, string>;
