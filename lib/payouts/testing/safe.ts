import multiSendCode from '@safe-global/safe-smart-account/build/artifacts/contracts/libraries/MultiSendCallOnly.sol/MultiSendCallOnly.json' with {
  type: 'json',
};
import safeCode from '@safe-global/safe-smart-account/build/artifacts/contracts/Safe.sol/Safe.json' with {
  type: 'json',
};
import { concatHex, encodeFunctionData, encodePacked, type Hex, parseAbi, size, zeroAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { beforeAll } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import type { testDesk } from './desk';
import type { testWorld } from './world';

const abi = parseAbi([
  'function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address paymentReceiver)',
  'function nonce() view returns (uint256)',
  'function getTransactionHash(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, uint256 nonce) view returns (bytes32)',
  'function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures) payable returns (bool)',
  'function multiSend(bytes transactions) payable',
]);
const multiSend = '0xA83c336B20401Af773B6219BA5027174338D1836';

type Call = { to: string; data: string };
type Action = Call & { operation: 0 | 1; safeTxGas: bigint };

/** A Safe 1.5.0, the real contract, with one owner (`other`), test money, and a proof that it pays for the merchant. */
export function testSafe(world: ReturnType<typeof testWorld>, desk: ReturnType<typeof testDesk>, address: Hex) {
  beforeAll(async () => {
    await world.rpc('anvil_setCode', [address, safeCode.deployedBytecode]);
    await world.rpc('anvil_setCode', [multiSend, multiSendCode.deployedBytecode]);
    const nobody = zeroAddress;
    const args = [[demoAccount('other').address], 1n, nobody, '0x', nobody, nobody, 0n, nobody] as const;
    await world.send('other', { to: address, data: encodeFunctionData({ abi, functionName: 'setup', args }) });
    await world.mine();
    const mint = [address, 10n ** 9n] as const;
    await desk.usdt('faucet', encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args: mint }));
    await desk.prove(world.merchantId, address, 'local');
  });

  const read = () => world.client().readContract({ address, abi, functionName: 'nonce' });
  const terms = ({ to, data, operation, safeTxGas }: Action) =>
    [hex(to), 0n, hex(data), operation, safeTxGas, 0n, 0n, zeroAddress, zeroAddress] as const;
  const act = (call: Call, safeTxGas = 0n): Action => ({ ...call, operation: 0, safeTxGas });

  /** As the Safe's app does it: several calls become one. */
  function together(calls: readonly Call[]): Action {
    const packed = calls.map(({ to, data }) =>
      encodePacked(
        ['uint8', 'address', 'uint256', 'uint256', 'bytes'],
        [0, hex(to), 0n, BigInt(size(hex(data))), hex(data)],
      ),
    );
    const data = encodeFunctionData({ abi, functionName: 'multiSend', args: [concatHex(packed)] });
    return { to: multiSend, data, operation: 1, safeTxGas: 0n };
  }

  /** The hash of what the owners sign, from the Safe itself. */
  const hashOf = (action: Action, number: bigint): Promise<Hex> =>
    world.client().readContract({ address, abi, functionName: 'getTransactionHash', args: [...terms(action), number] });

  /** Hands the network what the owner signed, for the number that is next unless said otherwise. */
  async function send(action: Action, number?: bigint): Promise<Hex> {
    const owner = privateKeyToAccount(demoAccount('other').privateKey);
    const signature = await owner.sign({ hash: await hashOf(action, number ?? (await read())) });
    const data = encodeFunctionData({ abi, functionName: 'execTransaction', args: [...terms(action), signature] });
    return world.send('other', { to: address, data }, { gas: 1_000_000n });
  }

  async function execute(action: Action, number?: bigint): Promise<Hex> {
    const hash = await send(action, number);
    await world.mine();
    return hash;
  }

  /** A rejection as the app makes one: the Safe calls itself with nothing, under the number of what it rejects. */
  const reject = () => execute(act({ to: address, data: '0x' }));

  return { address, next: read, act, together, hashOf, send, execute, reject };
}
