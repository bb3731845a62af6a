import type { ChainKey } from '@/db/vocabulary/chains';
import { hex } from '@/lib/chains/address';
import { networkFeeOf, readGasPrices } from '@/lib/evm/network-fee';
import { revertWord } from '@/lib/evm/revert-word';
import { reading } from '@/lib/evm/rpc';
import type { Call, Simulation, Trial } from '@/lib/rails/rail';

const fallbackGas = 160_000n;

/** Runs a claim against the chain's current state, and nothing more. */
export function tryClaim(chain: ChainKey, { to, data }: Call): Promise<Trial> {
  return reading(chain, (client) => client.call({ to, data }).then(passed, refusedBy));
}

const passed = (): Trial => ({ ok: true });

function refusedBy(error: unknown): Trial {
  const word = revertWord(error);
  return { ok: false, because: word === 'PayoutUsed' ? 'used' : 'refused', word };
}

/** Runs a claim against the chain's current state without sending it, and prices it for the wallet that would. */
export async function simulateClaim(chain: ChainKey, call: Call, sender: string): Promise<Simulation> {
  return reading(chain, async (client) => {
    const account = hex(sender);
    const [trial, prices, balance, gas] = await Promise.all([
      client.call({ account, to: call.to, data: call.data }).then(passed, refusedBy),
      readGasPrices(client),
      client.getBalance({ address: account }),
      // A wallet without any coin cannot even be estimated; the usual cost then stands in.
      client.estimateGas({ account, to: call.to, data: call.data }).catch(() => fallbackGas),
    ]);
    return trial.ok ? { ok: true, networkFee: networkFeeOf(gas, prices), balance } : trial;
  });
}
