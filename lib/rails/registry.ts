import type { RailId } from '@/db/vocabulary/payouts';
import { contractRail } from './contract/rail';
import type { LoggedPayment, Payment, PaymentLog, Proof, Rail } from './rail';
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

/** The same of several payments that stand in one transfer of one rail, in their order. */
export function proveTogether(rail: RailId, payments: readonly LoggedPayment[]): Promise<Proof[]> {
  const { prove: proveOne, proveTogether: proveAll } = railOf(rail);
  return proveAll?.(payments) ?? Promise.all(payments.map(({ payment, log }) => proveOne(payment, log)));
}
