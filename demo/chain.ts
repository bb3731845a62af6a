import { readFileSync } from 'node:fs';
import {
  concatHex,
  createPublicClient,
  encodeFunctionData,
  type Hex,
  http,
  maxUint256,
  numberToHex,
  parseEther,
} from 'viem';
import { z } from 'zod';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex as hexAddress } from '@/lib/chains/address';
import { create2ProxyAddress, drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { contractSalt } from '@/lib/kernel/env';
import { mine } from '@/scripts/services/block-maker';
import { callRpc } from '@/scripts/services/json-rpc';
import { demoAccount } from './accounts';

const oneUsdt = 1_000_000n;
/** The vault is filled up to `full` whenever it has come below `low`. */
const funds = { low: 500_000n * oneUsdt, full: 1_000_000n * oneUsdt };
const relayFunds = parseEther('100');
const signerTerms = { capacity: 1_000_000n * oneUsdt, feeCeiling: 100n * oneUsdt, expiry: 4_294_967_295 } as const;

const hex = z.templateLiteral(['0x', z.string()]);
const artefact = z.object({ bytecode: hex, salt: hex });
const bytecodeSchema = z.object({ drawbridge: artefact, testUsdt: artefact });

async function send(rpcUrl: string, from: Hex, to: Hex, data: Hex): Promise<void> {
  const hash = await callRpc(rpcUrl, 'eth_sendTransaction', [{ from, to, data }]);
  await mine(rpcUrl);
  const receipt = z
    .object({ status: z.string() })
    .nullable()
    .parse(await callRpc(rpcUrl, 'eth_getTransactionReceipt', [hash]));
  if (receipt?.status !== '0x1') throw new Error(`A set-up transfer on the local chain failed: ${String(hash)}`);
}

async function deploy(rpcUrl: string): Promise<void> {
  const file = new URL('../contracts/deployments/bytecode.json', import.meta.url);
  const bytecode = bytecodeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const wanted = [
    [drawbridgeAddress, { ...bytecode.drawbridge, salt: contractSalt() }],
    [testUsdtAddress, bytecode.testUsdt],
  ] as const;
  for (const [address, { salt, bytecode: code }] of wanted) {
    const hasCode = async () => (await callRpc(rpcUrl, 'eth_getCode', [address, 'latest'])) !== '0x';
    if (await hasCode()) continue;
    await send(rpcUrl, demoAccount('faucet').address, create2ProxyAddress, concatHex([salt, code]));
    if (!(await hasCode())) throw new Error(`Deployment did not end at ${address}: run "npm run contracts:generate"`);
  }
}

/**
 * Brings the local chain to where the demo needs it, from any earlier state: contract and token deployed, the
 * vault funded, its allowance given and the portal's signer named.
 */
export async function prepareChain(rpcUrl: string, signer: Hex): Promise<void> {
  await deploy(rpcUrl);
  const client = createPublicClient({ transport: http(rpcUrl) });
  const vault = demoAccount('vault').address;
  const faucet = demoAccount('faucet').address;
  const token = { address: testUsdtAddress, abi: testUsdtAbi } as const;
  const usdt = (data: Hex, from = vault) => send(rpcUrl, from, testUsdtAddress, data);

  const balance = await client.readContract({ ...token, functionName: 'balanceOf', args: [vault] });
  if (balance < funds.low) {
    const args = [vault, funds.full - balance] as const;
    await usdt(encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args }), faucet);
  }
  const allowance = await client.readContract({
    ...token,
    functionName: 'allowance',
    args: [vault, drawbridgeAddress],
  });
  const approve = (amount: bigint) =>
    usdt(encodeFunctionData({ abi: testUsdtAbi, functionName: 'approve', args: [drawbridgeAddress, amount] }));
  if (allowance < maxUint256 / 2n) {
    if (allowance > 0n) await approve(0n);
    await approve(maxUint256);
  }
  const terms = await client.readContract({
    address: drawbridgeAddress,
    abi: drawbridgeAbi,
    functionName: 'signerOf',
    args: [vault, signer, testUsdtAddress],
  });
  if (terms[0] === signerTerms.capacity) return;
  const { capacity, feeCeiling, expiry } = signerTerms;
  const args = [signer, testUsdtAddress, capacity, feeCeiling, expiry] as const;
  await send(
    rpcUrl,
    vault,
    drawbridgeAddress,
    encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setSigner', args }),
  );
}

/** Gives each account what network fees are paid in, once it has come below half. */
export async function fundRelay(rpcUrl: string, accounts: readonly string[]): Promise<void> {
  const client = createPublicClient({ transport: http(rpcUrl) });
  for (const account of accounts) {
    const balance = await client.getBalance({ address: hexAddress(account) });
    if (balance < relayFunds / 2n) await callRpc(rpcUrl, 'anvil_setBalance', [account, numberToHex(relayFunds)]);
  }
}

/** What the demo's admin can pay by hand with, minted whenever it has come below `low`. */
const adminFunds = { low: 10_000n * oneUsdt, full: 100_000n * oneUsdt };

/** Fills the wallet from which the demo's admin pays by hand. */
export async function fundAdmin(rpcUrl: string): Promise<void> {
  const admin = demoAccount('admin').address;
  const client = createPublicClient({ transport: http(rpcUrl) });
  const token = { address: testUsdtAddress, abi: testUsdtAbi } as const;
  const balance = await client.readContract({ ...token, functionName: 'balanceOf', args: [admin] });
  if (balance >= adminFunds.low) return;
  const args = [admin, adminFunds.full - balance] as const;
  const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args });
  await send(rpcUrl, demoAccount('faucet').address, testUsdtAddress, data);
}
