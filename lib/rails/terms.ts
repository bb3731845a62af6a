import type { AccountKind } from '@/db/vocabulary/books';
import type { PayoutDelivery, RailId, RecipientType } from '@/db/vocabulary/payouts';

/** What a payout on a rail needs and means: plain facts, for verbs, queries and pages. */
export type RailTerms = {
  id: RailId;
  /** Who sets the money moving: the recipient by the claim link, a member from a wallet, or the portal itself. */
  paidBy: 'recipient' | 'member' | 'portal';
  /** Whether it pays out of the merchant's vault. */
  needsVault: boolean;
  /** Whether a gateway of the merchant's sends it, from a hot wallet. */
  needsGateway: boolean;
  /** Whether the contract pays it, once, under a claim id: what it paid is known then, and never paid twice. */
  hasClaimId: boolean;
  recipients: readonly RecipientType[];
  /** `send`: its payouts to a wallet can be brought there by an account of ours. */
  deliveries: readonly PayoutDelivery[];
  /** `terms`: the fee that the merchant's terms name. `none`: it costs the network fee only, which the payer pays. */
  fee: 'terms' | 'none';
  /** When a payout that is out of time is over: once it is proved unpaid, or not while a payment of it is open. */
  expiry: 'proved_unpaid' | 'nothing_open';
  /** Where the money stands in the books before and while it is promised, and where what is kept for orders stands. */
  books: { source: AccountKind; promised: AccountKind; escrow: AccountKind };
};
