import type { PublicClient } from 'viem';
import { hex } from '@/lib/chains/address';
import { revertWord } from '@/lib/evm/revert-word';
import type { HandCall } from './calls';

export type Rehearsal = { ok: true; gas: bigint } | { ok: false; word: string };

/** Runs one call without sending it; a token that answers "false" refuses as surely as one that reverts. */
export async function rehearse(
  client: PublicClient,
  sender: string,
  call: HandCall,
  usual: bigint,
): Promise<Rehearsal> {
  const account = hex(sender);
  const [answer, gas] = await Promise.all([
    client.call({ account, to: call.to, data: call.data }).then(
      ({ data }) => (data && data !== '0x' && BigInt(data) === 0n ? 'the token answers no' : null),
      (error: unknown) => revertWord(error),
    ),
    // A wallet without any coin cannot even be estimated; the usual cost then stands in.
    client.estimateGas({ account, to: call.to, data: call.data }).catch(() => usual),
  ]);
  return answer ? { ok: false, word: answer } : { ok: true, gas };
}
