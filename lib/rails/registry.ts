import type { RailId } from '@/db/vocabulary';
import { contractRail } from './contract/rail';
import type { Payment, PaymentLog, Proof, Rail } from './rail';
import { shkeeperRail } from './shkeeper/rail';
import { walletRail } from './wallet/rail';

/** Every rail, by its word. */
export const rails: Record<RailId, Rail> = { contract: contractRail, wallet: walletRail, shkeeper: shkeeperRail };

export function railOf(rail: RailId): Rail {
  return rails[rail];
}

/** Whether this log, read again, paid exactly this payout, by the rules of the rail that it was to be paid on. */
export function prove(payment: Payment, log: PaymentLog): Promise<Proof> {
  return railOf(payment.payout.rail).prove(payment, log);
}
