import { decodeFunctionData, encodeFunctionData } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import type { Call } from '@/lib/rails/rail';

/** What one claim may use inside a batch: a token that first writes a recipient's balance stays well below. */
export const gasEach = 150_000n;

/** A single claim stays what it is, which is cheaper; several become one call of the contract. */
export function joinClaims(calls: readonly Call[]): Call {
  const [first, ...others] = calls;
  if (!first) throw new Error('There is nothing to join');
  if (others.length === 0) return first;
  const claims = calls.map(({ data }) => {
    const call = decodeFunctionData({ abi: drawbridgeAbi, data });
    if (call.functionName !== 'claim') throw new Error('Only claims can be joined');
    return call.args;
  });
  const args = [claims.map(([payout]) => payout), claims.map(([, signature]) => signature), gasEach] as const;
  return { ...first, data: encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claimBatch', args }) };
}
