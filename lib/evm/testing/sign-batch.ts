import { encodeFunctionData, type Hex, parseAbi } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

export type Call = { to: Hex; data: Hex };

const batchingAbi = parseAbi([
  'struct Call { address to; uint256 value; bytes data; }',
  'function execute(Call[] calls)',
]);

/** Block gas for some hundred token transfers. */
const batchGas = 12_000_000n;

type Batch = { chainId: number; nonce: number; gwei: number; delegate: Hex; calls: readonly Call[] };

/** One transfer of a key's account to itself that carries all calls out, and delegates the account for it (EIP-7702). */
export async function signBatch(
  key: Hex,
  { chainId, nonce, gwei, delegate, calls }: Batch,
): Promise<Call & { raw: Hex }> {
  const account = privateKeyToAccount(key);
  const args = [calls.map(({ to, data }) => ({ to, value: 0n, data }))] as const;
  const call = { to: account.address, data: encodeFunctionData({ abi: batchingAbi, functionName: 'execute', args }) };
  // Its own transfer comes first and takes the nonce before.
  const authorization = await account.signAuthorization({ address: delegate, chainId, nonce: nonce + 1 });
  const raw = await account.signTransaction({
    ...({ type: 'eip7702', chainId, nonce, gas: batchGas, value: 0n, ...call } as const),
    ...{ maxPriorityFeePerGas: BigInt(gwei) * 10n ** 9n, maxFeePerGas: BigInt(gwei * 20) * 10n ** 9n },
    authorizationList: [authorization],
  });
  return { ...call, raw };
}
