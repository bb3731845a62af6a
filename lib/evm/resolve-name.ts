import { type PublicClient, toCoinType } from 'viem';
import { mainnet } from 'viem/chains';
import { getEnsAddress, normalize } from 'viem/ens';
import { hex } from '@/lib/chains/address';
import { rpcUrlOf } from '@/lib/chains/served';
import { Refusal } from '@/lib/kernel/errors';
import { readCodeKind } from './code';
import { reading } from './rpc';

/** `unset`: it has no address that can be read. `elsewhere`: a contract of Ethereum, which is not there on another network. */
export type NameFailure = 'not_offered' | 'malformed' | 'unset' | 'elsewhere' | 'silent';
export type ResolvedName = { name: string; address: string } | { failure: NameFailure };

const universalResolverAddress = mainnet.contracts.ensUniversalResolver.address;

/** What an ENS name stands for on a network: its own record for it, or Ethereum's where a key has one address on all. */
export async function resolveName(text: string, chainId: number): Promise<ResolvedName> {
  if (!rpcUrlOf('ethereum')) return { failure: 'not_offered' };
  const name = normalized(text);
  if (!name) return { failure: 'malformed' };
  try {
    return await reading('ethereum', (client) => lookUp(client, name, chainId));
  } catch (error) {
    if (error instanceof Refusal) return { failure: 'silent' };
    return { failure: 'unset' };
  }
}

async function lookUp(client: PublicClient, name: string, chainId: number): Promise<ResolvedName> {
  const question = { name, universalResolverAddress };
  const isElsewhere = chainId !== mainnet.id;
  const own = isElsewhere ? await getEnsAddress(client, { ...question, coinType: toCoinType(chainId) }) : null;
  if (own) return { name, address: own.toLowerCase() };
  const address = await getEnsAddress(client, question);
  if (!address) return { failure: 'unset' };
  if (isElsewhere && (await readCodeKind(client, hex(address))) === 'contract') return { failure: 'elsewhere' };
  return { name, address: address.toLowerCase() };
}

/** As ENS writes it (ENSIP-15); null for what is no name, such as one with look-alike letters mixed in. */
function normalized(text: string): string | null {
  try {
    return normalize(text);
  } catch {
    return null;
  }
}
