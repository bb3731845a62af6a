import { setTimeout as pause } from 'node:timers/promises';
import { encodeFunctionData, type Hex, numberToHex, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { testSigner } from '@/lib/payouts/testing/signer';
import { domainOf, payoutTypes } from '@/lib/rails/contract/voucher';
import { callRpc } from '@/scripts/services/json-rpc';
import { holder, type RelayLine } from './relay-line';

const accounts = 4;
/** Ids far from those of the portal's own payouts. */
const firstId = 0xba4en << 64n;
const chainId = 31_337;

/** Claims a second of a loop that signs vouchers, joins them and sends them, and keeps nothing: the same calls, no database. */
export async function bareBatches(line: RelayLine, batches: number, size: number): Promise<number> {
  const senders = await Promise.all(Array.from({ length: accounts }, () => newSender(line.rpcUrl)));
  const before = await line.vaultBalance();
  const started = performance.now();
  const lane = async (sender: Awaited<ReturnType<typeof newSender>>, first: number) => {
    for (let batch = first; batch < batches; batch += accounts) await sender(await batchCall(batch, size));
  };
  await Promise.all(senders.map(lane));
  while (before - (await line.vaultBalance()) < BigInt(batches * size) * line.gross) await pause(50);
  return (batches * size * 1_000) / (performance.now() - started);
}

async function newSender(rpcUrl: string) {
  const account = privateKeyToAccount(generatePrivateKey());
  await callRpc(rpcUrl, 'anvil_setBalance', [account.address, numberToHex(parseEther('1000'))]);
  const state = { nonce: 0 };
  return async (data: Hex) => {
    const fees = { maxFeePerGas: 50_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n };
    const call = { to: drawbridgeAddress, data, gas: 3_000_000n, nonce: state.nonce++, chainId, ...fees };
    await callRpc(rpcUrl, 'eth_sendRawTransaction', [await account.signTransaction({ ...call, type: 'eip1559' })]);
  };
}

async function batchCall(batch: number, size: number): Promise<Hex> {
  const payouts = Array.from({ length: size }, (_, index) => ({
    ...{
      vault: demoAccount('vault').address,
      token: hex(testUsdtAddress),
      recipient: holder(index),
      amount: 1_000_000n,
    },
    ...{ fee: 500_000n, feeCollector: demoAccount('feeCollector').address },
    ...{ payoutId: firstId + BigInt(batch * size + index), deadline: 4_000_000_000n },
  }));
  const sign = (message: (typeof payouts)[number]) =>
    testSigner.signTypedData({ domain: domainOf(chainId), types: payoutTypes, primaryType: 'Payout', message });
  const signatures = await Promise.all(payouts.map(sign));
  return encodeFunctionData({
    abi: drawbridgeAbi,
    functionName: 'claimBatch',
    args: [payouts, signatures, 150_000n],
  });
}
