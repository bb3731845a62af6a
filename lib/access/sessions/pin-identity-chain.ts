import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { ProvenIdentity } from '@/lib/access/identity';
import { keepChain } from '@/lib/access/people-store';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';

/** A contract speaks for its own network alone: what stands at its address on another may belong to a stranger. */
export function refuseOtherChain(known: ChainKey | null, proved: ChainKey | null): void {
  if (known === null || proved === null || known === proved) return;
  const { name } = chainOf(known);
  const detail = `This contract wallet is known here on ${name}. Switch it to ${name} and sign again.`;
  throw new Refusal('sign_in_message_invalid', { field: 'chain_id', detail });
}

/** Holds a proof by contract to the network of the first one, which it becomes where there was none yet. */
export async function pinIdentityChain(tx: Tx, { chain, ...identity }: ProvenIdentity): Promise<void> {
  if (chain) refuseOtherChain(await keepChain(tx, identity, chain), chain);
}
