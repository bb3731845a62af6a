import {
  BaseError,
  CallExecutionError,
  decodeErrorResult,
  ExecutionRevertedError,
  type Hex,
  RawContractError,
} from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
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
    const [word, gasPrice, balance, gas] = await Promise.all([
      run,
      client.getGasPrice(),
      client.getBalance({ address: account }),
      // A wallet without any coin cannot even be estimated; the usual cost then stands in.
      client.estimateGas({ account, to: call.to, data: call.data }).catch(() => fallbackGas),
    ]);
    if (word) return { ok: false, because: word === 'PayoutUsed' ? 'used' : 'refused', word };
    return { ok: true, networkFee: gas * gasPrice, balance };
  });
}

/** The name of the contract's error, or `reverted`; rethrows what is no revert at all. */
function revertWord(error: unknown): string {
  if (!(error instanceof BaseError)) throw error;
  const reverted =
    error.walk((cause) => cause instanceof RawContractError) ??
    error.walk((cause) => cause instanceof ExecutionRevertedError);
  const data = error.walk((cause) => 'data' in Object(cause));
  const named = decodeWord(Reflect.get(Object(data), 'data'));
  if (named) return named;
  if (reverted || (error instanceof CallExecutionError && /revert/i.test(error.message))) return 'reverted';
  throw error;
}

function decodeWord(data: unknown): string | null {
  const text: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'data') : data;
  if (typeof text !== 'string' || !text.startsWith('0x')) return null;
  try {
    const bytes: Hex = hex(text);
    return decodeErrorResult({ abi: drawbridgeAbi, data: bytes }).errorName;
  } catch {
    return null;
  }
}
