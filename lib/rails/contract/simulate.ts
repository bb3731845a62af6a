import type { ChainKey } from '@/db/vocabulary';
import { hex } from '@/lib/chains/address';
import { networkFeeOf, readGasPrices } from '@/lib/evm/network-fee';
import { revertWord } from '@/lib/evm/revert-word';
import { reading } from '@/lib/evm/rpc';
import type { Call, Simulation } from '@/lib/rails/rail';

const fallbackGas = 160_000n;

/** Runs a claim against the chain's current state without sending it, and prices it for the wallet that would. */
export async function simulateClaim(chain: ChainKey, call: Call, sender: string): Promise<Simulation> {
  return reading(chain, async (client) => {
    const account = hex(sender);
    const run = client.call({ account, to: call.to, data: call.data }).then(
      () => null,
      (error: unknown) => revertWord(error),
    );
    const [word, prices, balance, gas] = await Promise.all([
      run,
      readGasPrices(client),
      client.getBalance({ address: account }),
      // A wallet without any coin cannot even be estimated; the usual cost then stands in.
      client.estimateGas({ account, to: call.to, data: call.data }).catch(() => fallbackGas),
    ]);
    if (word) return { ok: false, because: word === 'PayoutUsed' ? 'used' : 'refused', word };
    return { ok: true, networkFee: networkFeeOf(gas, prices), balance };
  });
}
