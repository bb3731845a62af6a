import type { ChainKey } from '@/db/vocabulary';
import { arbitrum } from './arbitrum';
import { base } from './base';
import { bsc } from './bsc';
import type { ChainFacts, Token } from './chain';
import { ethereum } from './ethereum';
import { local } from './local';
import { polygon } from './polygon';
import { sepolia } from './sepolia';

const chains = { local, ethereum, base, arbitrum, polygon, bsc, sepolia } as const satisfies Record<
  ChainKey,
  ChainFacts
>;

export const allChains: readonly ChainFacts[] = Object.values(chains);

/** A chain with the tokens that this version lists alone. */
export function shippedChainOf(key: ChainKey): ChainFacts {
  return chains[key];
}

let known: Readonly<Record<ChainKey, ChainFacts>> = chains;

/** From now on these tokens of operators stand beside the listed ones, in this process. What a newer version lists itself comes first. */
export function learnTokens(added: readonly (Token & { chain: ChainKey })[]): void {
  const isListed = ({ tokens }: ChainFacts, { symbol, address }: Token) =>
    tokens.some((one) => one.symbol === symbol || one.address.toLowerCase() === address.toLowerCase());
  const of = (facts: ChainFacts) =>
    added
      .filter((token) => token.chain === facts.key && !isListed(facts, token))
      .map(({ symbol, name, address, decimals }) => ({ symbol, name, address, decimals }));
  const told = allChains.map((facts) => [facts.key, { ...facts, tokens: [...facts.tokens, ...of(facts)] }] as const);
  known = { ...chains, ...Object.fromEntries(told) };
}

/** What is known of a chain, with the tokens that operators added. */
export function chainOf(key: ChainKey): ChainFacts {
  return known[key];
}

export function findToken(key: ChainKey, symbol: string): Token | null {
  return known[key].tokens.find((token) => token.symbol === symbol) ?? null;
}

/** Where people can look a transfer up, or null where the chain has no explorer. */
export function explorerLink(key: ChainKey, hash: string): string | null {
  const { explorerUrl } = chains[key];
  return explorerUrl ? `${explorerUrl}/tx/${hash}` : null;
}

/** How many blocks, the transfer's own included, a transfer usually needs until it counts. */
export function confirmationsNeeded(key: ChainKey): number {
  const { finality } = chains[key];
  return 'confirmations' in finality ? finality.confirmations : finality.usualDepth;
}
