import type { ChainFacts } from '@/lib/chains/chain';
import { log } from '@/lib/kernel/log';
import { seal, unseal } from '@/lib/kernel/secrets';
import type { ChainRow } from './store';

type Finality = Pick<ChainRow, 'finalityTag' | 'finalityDepth' | 'depthWithoutTag'>;

export function finalityOf({ finalityTag: tag, finalityDepth, depthWithoutTag }: Finality): ChainFacts['finality'] {
  return tag ? { tag, usualDepth: finalityDepth, depthWithoutTag } : { confirmations: finalityDepth };
}

/** What is known of an added chain, as of one that is shipped; no token of it is. */
export function factsOf(row: ChainRow): ChainFacts {
  const { key, chainId: id, name, explorerUrl, blockMs, relayMaxGwei, test, publicNode } = row;
  return {
    ...{ key, id, name, explorerUrl, relayMaxGwei, test, tokens: [] },
    currency: { name: row.currencyName, symbol: row.currencySymbol, decimals: 18 },
    finality: finalityOf(row),
    blockSeconds: blockMs / 1_000,
    ...(publicNode !== null && { publicNode }),
  };
}

const purposeOf = (key: string) => `nodes of ${key}`;

export function sealNodes(key: string, nodes: readonly string[]): string {
  return seal(JSON.stringify(nodes), purposeOf(key));
}

/** The addresses of its nodes; none where they cannot be read, which must hold up no other chain. */
export function nodesIn({ key, nodes }: Pick<ChainRow, 'key' | 'nodes'>): string[] {
  if (nodes === null) return [];
  try {
    const told: unknown = JSON.parse(unseal(nodes, purposeOf(key)));
    return Array.isArray(told) ? told.map(String) : [];
  } catch (error) {
    log.error({ chain: key, err: error }, 'the nodes of an added chain cannot be unsealed');
    return [];
  }
}
