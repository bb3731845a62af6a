import { schemaFaults } from '@/components/desk/frame/own-faults';
import { finalityWords } from '@/components/desk/words/finality-words';
import { type AddChainBody, addChainBody } from '@/lib/networks/schema';

/** When a block counts, as the form asks it. */
export type FinalityChoice = 'finalized' | 'safe' | 'depth';

/** What was typed so far. */
export type ChainDraft = Record<
  | 'name'
  | 'key'
  | 'chainId'
  | 'currencyName'
  | 'currencySymbol'
  | 'explorer'
  | 'depth'
  | 'seconds'
  | 'gwei'
  | 'publicNode',
  string
> & { finality: FinalityChoice; kind: 'live' | 'test'; nodes: readonly string[] };

export const emptyChain: ChainDraft = {
  ...{ name: '', key: '', chainId: '', currencyName: 'Ether', currencySymbol: 'ETH', explorer: '', depth: '64' },
  ...{ seconds: '2', gwei: '100', publicNode: '', finality: 'finalized', kind: 'live', nodes: ['', ''] },
};

/** A number as typed; what is none is refused by the schema. */
const numberOf = (text: string) => (text.trim() === '' ? undefined : Number(text.trim()));

/** What is sent. The fields are the wire's own, but for numbers that are none yet. */
export function bodyOf(draft: ChainDraft) {
  const depth = numberOf(draft.depth);
  const explorer = draft.explorer.trim();
  return {
    ...{ key: draft.key.trim(), chain_id: numberOf(draft.chainId), name: draft.name.trim() },
    currency: { name: draft.currencyName.trim(), symbol: draft.currencySymbol.trim() },
    explorer_url: explorer === '' ? null : explorer,
    finality: draft.finality === 'depth' ? { confirmations: depth } : { tag: draft.finality, usual_depth: depth },
    ...{ block_seconds: numberOf(draft.seconds), relay_max_gwei: numberOf(draft.gwei), test: draft.kind === 'test' },
    nodes: draft.nodes.map((node) => node.trim()).filter((node) => node !== ''),
    public_node: draft.publicNode.trim(),
  };
}

/** What the portal would refuse, by the first word of the field on the wire, with what the schema cannot say. */
export function draftFaults(draft: ChainDraft): Map<string, string> {
  const body = bodyOf(draft);
  const faults = schemaFaults(addChainBody, body);
  if (faults.has('finality')) faults.set('finality', 'must be a whole number of blocks, from 1 to 100000');
  if (faults.has('nodes')) faults.set('nodes', nodeFault(body.nodes.length));
  return faults;
}

const nodeFault = (count: number) =>
  count === 0 ? 'needs a node' : 'must be web addresses of nodes that speak JSON-RPC, 8 at most';

/** The rule as a sentence, or null while it is none. */
export function ruleOf(draft: ChainDraft): string | null {
  const { finality, block_seconds } = addChainBody.shape;
  const body = bodyOf(draft);
  const [rule, seconds] = [finality.safeParse(body.finality), block_seconds.safeParse(body.block_seconds)];
  return rule.success && seconds.success ? sentence(rule.data, seconds.data) : null;
}

function sentence(rule: AddChainBody['finality'], blockSeconds: number): string {
  const finality = 'tag' in rule ? { tag: rule.tag, usualDepth: rule.usual_depth, depthWithoutTag: null } : rule;
  return `A payout counts as paid ${finalityWords({ finality, blockSeconds })}.`;
}
