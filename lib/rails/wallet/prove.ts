import { hex } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import type { HandFacts, PaymentLog, Proof } from '@/lib/rails/rail';
import { reason } from '@/lib/wire/reason';
import { paymentsIn } from './logs';

/** Reads the receipt again: the log must be of this token, from the wallet that it is booked for, to the payee, exact. */
export async function prove(facts: HandFacts, log: PaymentLog): Promise<Proof> {
  return reading(facts.chain, async (client) => {
    const seen = await sight(client, hex(log.hash));
    if (seen.state !== 'mined' || seen.receipt.blockHash.toLowerCase() !== log.blockHash) return { state: 'absent' };
    const paid = paymentsIn(seen.receipt.logs).find((entry) => entry.logIndex === log.logIndex);
    if (seen.receipt.status !== 'success' || !paid) return { state: 'differs', because: reason('no_payment_there') };
    const differences = {
      ...(paid.token !== facts.token && { token: true }),
      ...(paid.from !== facts.sender && { sender: true }),
      ...(paid.recipient !== facts.recipient && { recipient: true }),
      ...(paid.amount !== facts.amount && { amount: true }),
    };
    if (Object.keys(differences).length > 0) {
      return { state: 'differs', because: reason('not_as_agreed', differences) };
    }
    return { state: 'proved', recipient: paid.recipient };
  });
}
