import { isErc6492Signature } from 'viem';
import type { AttestationMethod, ChainKey } from '@/db/vocabulary';
import { headBlock } from './blocks';
import { reading } from './rpc';
import { isSignatureText, isSignedByContract, isSignedByKey, type SignedMessage } from './verify-message';

/** How a signature was found good, and the head of the chain then: what a contract says may change with later blocks. */
export type Attested = { method: AttestationMethod; blockNumber: bigint; blockHash: string };

/** Whether this address signed this text, as of a block that is named. Null: it did not. Refuses: chain_unavailable. */
export async function attestMessage(chain: ChainKey, signed: SignedMessage): Promise<Attested | null> {
  if (!isSignatureText(signed.signature)) return null;
  const byKey = await isSignedByKey(signed);
  return reading(chain, async (client) => {
    const { number: blockNumber, hash: blockHash } = await headBlock(client);
    if (byKey) return { method: 'eip191', blockNumber, blockHash };
    if (!(await isSignedByContract(client, signed, blockNumber))) return null;
    const code = await client.getCode({ address: signed.address, blockNumber });
    const isCounterfactual = !code && isErc6492Signature(signed.signature);
    return { method: isCounterfactual ? 'erc6492' : 'erc1271', blockNumber, blockHash };
  });
}
