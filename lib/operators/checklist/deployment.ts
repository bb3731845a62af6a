import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { concatHex, isHex } from 'viem';
import { z } from 'zod';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { create2ProxyAddress, drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { readCodeKind } from '@/lib/evm/code';
import { reading } from '@/lib/evm/rpc';
import { contractSalt } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { requireOperator } from '@/lib/operators/require-operator';
import type { Deployment } from './schema';

const artefacts = z.object({ drawbridge: z.object({ bytecode: z.custom<`0x${string}`>((value) => isHex(value)) }) });

/** Whether the contract is on this chain: its code is read there. Refuses: chain_unavailable. */
export async function isDeployed(chain: ChainKey): Promise<boolean> {
  return (await reading(chain, (client) => readCodeKind(client, drawbridgeAddress))) === 'contract';
}

/** Whether the contract is on these chains; null where its nodes do not say. */
export async function readContracts(
  ctx: Context,
  chains: readonly ChainKey[],
): Promise<ReadonlyMap<ChainKey, boolean | null>> {
  requireOperator(ctx, 'installation:read');
  const looked = chains.map(async (chain) => [chain, await isDeployed(chain).catch(unsaid)] as const);
  return new Map(await Promise.all(looked));
}

const unsaid = (error: unknown): null => {
  log.warn({ err: error }, 'a node does not say whether the contract is there');
  return null;
};

/** The data that puts the contract where it is on every chain; any wallet may send it. */
export async function deploymentData(): Promise<`0x${string}`> {
  const file = path.join(process.cwd(), 'contracts', 'deployments', 'bytecode.json');
  const { drawbridge } = artefacts.parse(JSON.parse(await readFile(file, 'utf8')));
  return concatHex([contractSalt(), drawbridge.bytecode]);
}

/** The call that any wallet may send. The deployer must be there, or what is sent would do nothing. Refuses: chain_unavailable. */
export async function planDeployment(ctx: Context, chain: ChainKey): Promise<Deployment> {
  requireOperator(ctx, 'installation:write');
  if (!configuredChains().includes(chain)) throw new Refusal('not_found', { detail: 'This portal does not serve it.' });
  const { id, name } = chainOf(chain);
  const [there, deployer] = [
    await isDeployed(chain),
    await reading(chain, (client) => readCodeKind(client, create2ProxyAddress)),
  ];
  if (deployer !== 'contract') {
    const detail = `${name} has no CREATE2 deployer at ${create2ProxyAddress}. Put it there first.`;
    throw new Refusal('call_would_fail', { detail });
  }
  return {
    ...{ there, address: checksumAddress(drawbridgeAddress), chain_name: name },
    call: { chainId: id, to: create2ProxyAddress, data: await deploymentData(), value: '0x0' },
  };
}
