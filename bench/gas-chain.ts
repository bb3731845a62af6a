import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  type Address,
  concatHex,
  createTestClient,
  getContractAddress,
  type Hex,
  http,
  isHex,
  publicActions,
  walletActions,
} from 'viem';
import { anvil } from 'viem/chains';
import { z } from 'zod';
import { create2ProxyAddress } from '@/lib/chains/deployments';
import { foundryBinary, projectRoot } from '@/scripts/foundry';

const outFolder = 'contracts/out/bench';
const salt: Hex = `0x${'00'.repeat(32)}`;
const hexSchema = z.custom<Hex>((value) => isHex(value));
const artifactSchema = z.object({ bytecode: z.object({ object: hexSchema }) });
const deploymentSchema = z.record(z.string(), z.object({ bytecode: hexSchema }));

/** Compiled apart from the contract, whose committed bytecode is measured. */
function compile(source: string, viaIr: boolean): Hex {
  const name = basename(source, '.sol');
  const args = ['build', source, '--out', outFolder, '--cache-path', `contracts/cache/bench-${name}`];
  const env = { ...process.env, FOUNDRY_VIA_IR: String(viaIr) };
  const result = spawnSync(foundryBinary('forge'), args, { cwd: projectRoot, encoding: 'utf8', env });
  if (result.status !== 0) throw new Error(`forge build failed\n${result.stdout}${result.stderr}`);
  const artifact = readFileSync(join(projectRoot, outFolder, `${name}.sol`, `${name}.json`), 'utf8');
  return artifactSchema.parse(JSON.parse(artifact)).bytecode.object;
}

/** What the contract is measured against. The token is compiled the usual way, without the newer code generator. */
export function compileYardsticks(): { plainToken: Hex; fiatLike: Hex; bare: Hex } {
  const plainToken = compile('contracts/test/tokens/PlainToken.sol', false);
  const fiatLike = compile('contracts/test/bench/FiatLike.sol', false);
  return { plainToken, fiatLike, bare: compile('contracts/test/bench/Bare.sol', true) };
}

export function committedBytecodes(): Hex[] {
  const path = join(projectRoot, 'contracts/deployments/bytecode.json');
  return Object.values(deploymentSchema.parse(JSON.parse(readFileSync(path, 'utf8')))).map((entry) => entry.bytecode);
}

/** Base fee 0, so that the senders' own balances change nothing that is measured. */
async function startAnvil(): Promise<{ url: string; child: ChildProcess }> {
  const args = ['--port', '0', '--hardfork', 'osaka', '--base-fee', '0', '--gas-price', '0'];
  const child = spawn(foundryBinary('anvil'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Listening on (\S+)$/.exec(line)?.[1];
    if (address) {
      child.stdout.resume();
      return { url: `http://${address}`, child };
    }
  }
  throw new Error(`anvil ended without listening (exit code ${child.exitCode})`);
}

export async function startGasChain() {
  const { url, child } = await startAnvil();
  const client = createTestClient({ mode: 'anvil', chain: anvil, transport: http(url), pollingInterval: 5 })
    .extend(publicActions)
    .extend(walletActions);

  /** Gas of one successful call, as its receipt says: 21,000, calldata and execution. */
  async function send(from: Address, to: Address, data: Hex): Promise<bigint> {
    const hash = await client.sendTransaction({ account: from, to, data, gas: 16_000_000n, gasPrice: 0n });
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status !== 'success') throw new Error(`the call to ${to} reverted: ${data.slice(0, 10)}`);
    return receipt.gasUsed;
  }

  return {
    client,
    send,
    /** The same, undone afterwards, so that every measurement starts from the same cold state. */
    async measure(from: Address, to: Address, data: Hex): Promise<number> {
      const id = await client.snapshot();
      const gas = await send(from, to, data);
      await client.revert({ id });
      return Number(gas);
    },
    async deploy(from: Address, bytecode: Hex): Promise<Address> {
      await send(from, create2ProxyAddress, concatHex([salt, bytecode]));
      return getContractAddress({ opcode: 'CREATE2', from: create2ProxyAddress, salt, bytecode });
    },
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

export type GasChain = Awaited<ReturnType<typeof startGasChain>>;
