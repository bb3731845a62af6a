import { finalityWords } from '@/components/desk/words/finality-words';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { ChainFacts } from '@/lib/chains/chain';
import type { AddedChainAnswer } from '@/lib/networks/schema';
import type { ChainNodesView } from '@/lib/nodes/schema';
import type { StateAnswer } from '@/lib/operators/state/schema';

/** One network as the page shows it. */
export type ChainLine = {
  key: string;
  name: string;
  id: number;
  currency: string;
  /** When a payment counts there, in words. */
  final: string;
  test: boolean;
  /** What its operators said; null for a network of this version. */
  added: AddedChainAnswer | null;
  /** Null while no process asks its nodes. */
  nodes: ChainNodesView | null;
  read: StateAnswer['chains'][number] | null;
  /** Null where it was not looked for, or its nodes do not say. */
  hasContract: boolean | null;
  tokens: readonly string[];
};

export type Found = {
  known: readonly ChainFacts[];
  added: readonly AddedChainAnswer[];
  nodes: readonly ChainNodesView[];
  read: StateAnswer['chains'];
  contracts: ReadonlyMap<ChainKey, boolean | null>;
};

/** Those that operators added first, what waits above all; then those of this version, with what is known of each. */
export function chainLines({ known, added, nodes, read, contracts }: Found): ChainLine[] {
  // The demo's own chain is nobody's to add elsewhere.
  const shown = known.filter(({ key }) => key !== 'local' || nodes.some(({ chain }) => chain === key));
  const lines = shown.map((facts): ChainLine => {
    const { key, name, id, test, tokens } = facts;
    return {
      ...{ key, name, id, test, currency: facts.currency.symbol, final: finalityWords(facts) },
      added: added.find((one) => one.key === key) ?? null,
      nodes: nodes.find(({ chain }) => chain === key) ?? null,
      read: read.find(({ chain }) => chain === key) ?? null,
      hasContract: contracts.get(key) ?? null,
      tokens: tokens.map(({ symbol }) => symbol),
    };
  });
  const unknown = added.filter(({ key }) => !lines.some((line) => line.key === key)).map(proposedLine);
  return [...unknown, ...lines.filter((line) => line.added), ...lines.filter((line) => !line.added)];
}

function proposedLine(added: AddedChainAnswer): ChainLine {
  const { key, name, chain_id: id, test, currency, finality, block_seconds: blockSeconds } = added;
  const { tag, depth } = finality;
  const rule = tag ? { tag, usualDepth: depth, depthWithoutTag: null } : { confirmations: depth };
  return {
    ...{ key, name, id, test, currency: currency.symbol, final: finalityWords({ finality: rule, blockSeconds }) },
    ...{ added, nodes: null, read: null, hasContract: null, tokens: [] },
  };
}
