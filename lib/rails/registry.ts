import type { RailId } from '@/db/vocabulary';
import { contractRail } from './contract/rail';
import type { PaymentFacts, PaymentLog, Proof, Rail } from './rail';
import { walletRail } from './wallet/rail';

type Rails = { [Id in RailId]: Rail<Extract<PaymentFacts, { rail: Id }>> };

const rails = { contract: contractRail, wallet: walletRail } satisfies Rails;

/** Whether this log, read again, paid exactly this payout, by the rules of the rail that it was to be paid on. */
export function prove(facts: PaymentFacts, log: PaymentLog): Promise<Proof> {
  switch (facts.rail) {
    case 'contract':
      return rails.contract.prove(facts, log);
    case 'wallet':
      return rails.wallet.prove(facts, log);
  }
}
