import { hex } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import type { HandFacts, PaymentLog, Proof } from '@/lib/rails/rail';
import { paymentsIn } from './logs';

/** Reads the receipt again: the log must be of this token, from the wallet that it is booked for, to the payee, exact. */
export async function prove(facts: HandFacts, log: PaymentLog): Promise<Proof> {
  return reading(facts.chain, async (client) => {
    const seen = await sight(client, hex(log.hash));
    if (seen.state !== 'mined' || seen.receipt.blockHash.toLowerCase() !== log.blockHash) return { state: 'absent' };
    const paid = paymentsIn(seen.receipt.logs).find((entry) => entry.logIndex === log.logIndex);
    if (seen.receipt.status !== 'success' || !paid) {
      return { state: 'differs', because: 'The chain shows no payment by hand there.' };
    }
    const differences = [
      paid.token === facts.token ? null : 'token',
      paid.from === facts.sender ? null : 'sender',
      paid.recipient === facts.recipient ? null : 'recipient',
      paid.amount === facts.amount ? null : 'amount',
    ].filter((word) => word !== null);
    if (differences.length > 0) return { state: 'differs', because: `Not as agreed: ${differences.join(', ')}.` };
    return { state: 'proved', recipient: paid.recipient };
  });
}
