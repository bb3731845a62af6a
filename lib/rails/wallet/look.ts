import type { ChainKey } from '@/db/vocabulary/chains';
import { hex } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import { type PlannedPayment, plannedBy } from './calls';
import { type HandLog, paymentsIn } from './logs';

/** A hash as the chain shows it: what it would pay while it waits, what it paid once it is mined. */
export type HandSighting =
  | { state: 'missing' }
  | { state: 'waiting'; from: string; nonce: number; planned: PlannedPayment[] | null }
  | {
      state: 'mined';
      from: string;
      nonce: number;
      succeeded: boolean;
      blockNumber: bigint;
      blockHash: string;
      planned: PlannedPayment[] | null;
      payments: HandLog[];
    };

export function lookAtHash(chain: ChainKey, hash: string): Promise<HandSighting> {
  return reading(chain, async (client) => {
    const seen = await sight(client, hex(hash));
    if (seen.state === 'missing') return { state: 'missing' };
    const { sender: from, nonce } = seen;
    const planned = plannedBy(from, seen.to, seen.input);
    if (seen.state === 'waiting') return { state: 'waiting', from, nonce, planned };
    const { receipt } = seen;
    return {
      state: 'mined',
      from,
      nonce,
      succeeded: receipt.status === 'success',
      blockNumber: receipt.blockNumber,
      blockHash: receipt.blockHash.toLowerCase(),
      planned,
      payments: receipt.status === 'success' ? paymentsIn(receipt.logs) : [],
    };
  });
}
