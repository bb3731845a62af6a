import type { RailId } from '@/db/vocabulary/payouts';
import { contractTerms } from './contract/terms';
import { shkeeperTerms } from './shkeeper/terms';
import type { RailTerms } from './terms';
import { walletTerms } from './wallet/terms';

/** The terms of every rail. Apart from the rails themselves, so that pages and forms can have them. */
export const railTerms: Record<RailId, RailTerms> = {
  contract: contractTerms,
  wallet: walletTerms,
  shkeeper: shkeeperTerms,
};

export function termsOf(rail: RailId): RailTerms {
  return railTerms[rail];
}

/** The rails with a trait, for a query: no query names a rail. */
export function railsWhere(has: (terms: RailTerms) => boolean): RailId[] {
  return Object.values(railTerms)
    .filter(has)
    .map(({ id }) => id);
}

/** Whether its recipient fetches it by the claim link. */
export function isClaimed(rail: RailId): boolean {
  return termsOf(rail).paidBy === 'recipient';
}

/** Whether a member pays it from a wallet. */
export function isByHand(rail: RailId): boolean {
  return termsOf(rail).paidBy === 'member';
}

export const claimedRails = () => railsWhere(({ paidBy }) => paidBy === 'recipient');
export const handRails = () => railsWhere(({ paidBy }) => paidBy === 'member');
export const vaultRails = () => railsWhere(({ needsVault }) => needsVault);

/** Whether the portal has it paid, by a gateway. */
export function isByPortal(rail: RailId): boolean {
  return termsOf(rail).needsGateway;
}

export const portalRails = () => railsWhere(({ needsGateway }) => needsGateway);
