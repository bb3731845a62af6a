import handlerCode from '@safe-global/safe-smart-account/build/artifacts/contracts/handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler.json' with {
  type: 'json',
};
import safeCode from '@safe-global/safe-smart-account/build/artifacts/contracts/Safe.sol/Safe.json' with {
  type: 'json',
};
import { encodeFunctionData, type Hash, type Hex, hashMessage, parseAbi, zeroAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { type Chain, newPerson, type Person } from './chain';

const abi = parseAbi([
  'function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address paymentReceiver)',
  'function nonce() view returns (uint256)',
  'function getTransactionHash(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, uint256 nonce) view returns (bytes32)',
  'function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures) payable returns (bool)',
]);

/** A Safe whose one owner's key is in the test: what it is asked to send becomes a proposal. */
export type Safe = Person & { safe: true };

/** `safeTxGas`: with any, a call that fails is logged as failed; without, as usual, it cannot be carried out at all. */
type Action = { to: Hex; data: Hex; safeTxGas: bigint };
type Proposal = Action & { hash: Hash; safe: Person };

/** A Safe 1.5.0, the real contract with the handler that Safes usually have, that holds this many whole test tokens. */
export async function newSafe(chain: Chain, tokens: bigint): Promise<Safe> {
  const owner = await chain.newcomer();
  const [{ address }, { address: handler }] = [newPerson(), newPerson()];
  await chain.rpc('anvil_setCode', [address, safeCode.deployedBytecode]);
  await chain.rpc('anvil_setCode', [handler, handlerCode.deployedBytecode]);
  const nobody = zeroAddress;
  const args = [[owner.address], 1n, nobody, '0x', handler, nobody, 0n, nobody] as const;
  await chain.call(owner, address, encodeFunctionData({ abi, functionName: 'setup', args }));
  await chain.mint(owner, address, tokens);
  return { address, privateKey: owner.privateKey, safe: true };
}

/** What the Safe's app does for its owners: keeps what is proposed, and later carries it out on the chain. */
export function safesOn(chain: Chain) {
  /** What nobody has decided yet, oldest first. */
  const proposals: Proposal[] = [];
  /** What the next proposals ask for. */
  const next = { safeTxGas: 0n };
  const nonceOf = (address: Hex) => chain.client.readContract({ address, abi, functionName: 'nonce' });
  const terms = ({ to, data, safeTxGas }: Action) =>
    [to, 0n, data, 0, safeTxGas, 0n, 0n, zeroAddress, zeroAddress] as const;
  const hashOf = (address: Hex, action: Action, number: bigint) =>
    chain.client.readContract({ address, abi, functionName: 'getTransactionHash', args: [...terms(action), number] });

  /** Signs what takes the oldest proposal's number, and sends it. */
  async function conclude(pick: (proposal: Proposal) => Action): Promise<Hash> {
    const proposal = proposals.shift();
    if (!proposal) throw new Error('Nothing was proposed');
    const { safe } = proposal;
    const action = pick(proposal);
    const hash = await hashOf(safe.address, action, await nonceOf(safe.address));
    const signature = await privateKeyToAccount(safe.privateKey).sign({ hash });
    const args = [...terms(action), signature] as const;
    const owner = { ...safe, address: privateKeyToAccount(safe.privateKey).address };
    return chain.call(owner, safe.address, encodeFunctionData({ abi, functionName: 'execTransaction', args }));
  }

  return {
    next,
    proposals,
    /** Its owner's signature of a text as a Safe's own message, which its handler takes. */
    signText: (safe: Person, raw: Hex): Promise<Hex> =>
      privateKeyToAccount(safe.privateKey).signTypedData({
        domain: { chainId: chain.id, verifyingContract: safe.address },
        types: { SafeMessage: [{ name: 'message', type: 'bytes' }] },
        ...{ primaryType: 'SafeMessage', message: { message: hashMessage({ raw }) } },
      }),
    propose: async (safe: Person, { to, data }: { to: Hex; data: Hex }) => {
      const action = { to, data, ...next };
      const before = proposals.filter((one) => one.safe.address === safe.address).length;
      const hash = await hashOf(safe.address, action, (await nonceOf(safe.address)) + BigInt(before));
      proposals.push({ ...action, hash, safe });
      return { result: hash };
    },
    /** Its owners carry the oldest one out, whether it succeeds or not. */
    execute: () => conclude((proposal) => proposal),
    /** They reject it as a Safe does: by carrying out nothing under its number. */
    reject: () => conclude(({ safe }) => ({ to: safe.address, data: '0x', safeTxGas: 0n })),
  };
}
