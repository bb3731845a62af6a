/** Closed lists of words about the books. */
import { subjectKinds } from './events';

/** What moves a user's coins: a reward that came in, and coins that were turned into a payout. */
export const rewardSubjects = ['reward', 'redemption'] as const;

/** What a posting is about: a subject, a vault's holdings, or what a merchant holds in wallets elsewhere (by its own id). */
export const postingSubjects = [...subjectKinds, ...rewardSubjects, 'vault', 'own_wallets'] as const;
export type PostingSubject = (typeof postingSubjects)[number];

/** What the books can hold: a token of a chain, a currency (of a chain or a country), or points that a merchant grants. */
export const assetKinds = ['token', 'currency', 'points'] as const;
export type AssetKind = (typeof assetKinds)[number];

/**
 * `escrow` and `own_escrow`: what a vault, or a wallet of the merchant's own, keeps for orders. `coins`: what users earned and did
 * not redeem; `coins_held`: above a cap, until a person decides. They come from `granted` and go to `redeemed`.
 */
export const accountKinds = [
  'external',
  'available',
  'committed',
  'own_wallets',
  'gateway_wallets',
  'owed',
  'escrow',
  'own_escrow',
  'paid',
  'fees',
  'suspense',
  'granted',
  'coins',
  'coins_held',
  'redeemed',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/**
 * `clear` takes out of suspense what was explained after all. `escrow` and `unescrow`: into an order's account and out of it.
 * `reward`: coins for a user; `admit`: those held above a cap after all; `redeem` and `unredeem`: into a payout, and back from it.
 */
export const postingKinds = [
  'deposit',
  'outflow',
  'reserve',
  'settle',
  'unreserve',
  'clear',
  'escrow',
  'unescrow',
  'reward',
  'admit',
  'redeem',
  'unredeem',
  'reversal',
] as const;
export type PostingKind = (typeof postingKinds)[number];

/** Where a person may book what lies in suspense: out of the house, to a wallet of the merchant, or as costs. */
export const clearingAccounts = ['external', 'own_wallets', 'fees'] as const satisfies readonly AccountKind[];
export type ClearingAccount = (typeof clearingAccounts)[number];

/** `not_checked` says why and is never taken for green. */
export const closeStatuses = ['green', 'differences', 'not_checked'] as const;
export type CloseStatus = (typeof closeStatuses)[number];

export const reconciliationStatuses = ['waiting', 'running', 'done', 'not_checked'] as const;
export type ReconciliationStatus = (typeof reconciliationStatuses)[number];
