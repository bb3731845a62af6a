import {
  BaseError,
  ExecutionRevertedError,
  encodeDeployData,
  erc6492SignatureValidatorAbi,
  erc6492SignatureValidatorByteCode,
  type Hex,
  hashMessage,
  isErc6492Signature,
  type PublicClient,
  recoverAddress,
} from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { AttestationMethod } from '@/db/vocabulary/proofs';
import { Refusal } from '@/lib/kernel/errors';
import { headBlock } from './blocks';
import { reading } from './rpc';

export type SignedMessage = { address: Hex; message: string; signature: Hex };

/** Half of the curve's order: of the two signatures that say the same, only the one with the smaller s counts. */
const halfOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
const maxBytes = 8192;

/** Whether the key behind the address made this signature. */
async function isSignedByKey({ address, message, signature }: SignedMessage): Promise<boolean> {
  if (signature.length !== 132 || BigInt(`0x${signature.slice(66, 130)}`) > halfOrder) return false;
  if (!['00', '01', '1b', '1c'].includes(signature.slice(130).toLowerCase())) return false;
  try {
    const signer = await recoverAddress({ hash: hashMessage(message), signature });
    return signer.toLowerCase() === address.toLowerCase();
  } catch {
    return false;
  }
}

/** Asks the wallet's own contract (ERC-1271), deploying it for the question where it is not there yet (ERC-6492). */
async function isSignedByContract(
  client: PublicClient,
  { address, message, signature }: SignedMessage,
  blockNumber?: bigint,
): Promise<boolean> {
  const code = await client.getCode({ address, blockNumber });
  if (!code && !isErc6492Signature(signature)) return false;
  const data = encodeDeployData({
    abi: erc6492SignatureValidatorAbi,
    bytecode: erc6492SignatureValidatorByteCode,
    args: [address, hashMessage(message), signature],
  });
  try {
    const answer = await client.call({ data, blockNumber });
    return answer.data !== undefined && BigInt(answer.data) === 1n;
  } catch (error) {
    // The wallet's own word for no. Anything else is the node's trouble, which proves nothing.
    if (error instanceof BaseError && error.walk((cause) => cause instanceof ExecutionRevertedError)) return false;
    throw error;
  }
}

/** Whether a signature has a form that one can have at all. */
function isSignatureText(text: string): boolean {
  return /^0x([0-9a-f]{2})+$/i.test(text) && text.length <= 2 + 2 * maxBytes;
}

/**
 * Who says that this address signed this text: its key, which is the same on every network, also where the account
 * delegates to code (EIP-7702), or the contract that stands there on `chain`, which speaks for that network alone. Null:
 * neither. Only for contracts a node is asked; refuses with `chain_unavailable` when it does not answer.
 */
export async function verifyMessage(chain: ChainKey, signed: SignedMessage): Promise<'key' | 'contract' | null> {
  if (!isSignatureText(signed.signature)) return null;
  if (await isSignedByKey(signed)) return 'key';
  try {
    return (await reading(chain, (client) => isSignedByContract(client, signed))) ? 'contract' : null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const detail = 'The network could not be asked whether this signature is the wallet’s. Please try again shortly.';
    throw new Refusal(error.code, { ...error.facts, detail, retryAfterSeconds: 5 }, { cause: error });
  }
}

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
