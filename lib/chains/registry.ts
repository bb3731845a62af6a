import { type ChainKey, type ShippedChain, shippedChains } from '@/db/vocabulary/chains';
import { arbitrum } from './arbitrum';
import { base } from './base';
import { bsc } from './bsc';
import type { ChainFacts, Token } from './chain';
import { ethereum } from './ethereum';
import { local } from './local';
import { polygon } from './polygon';
import { sepolia } from './sepolia';

const shipped = { local, ethereum, base, arbitrum, polygon, bsc, sepolia } as const satisfies Record<
  ShippedChain,
  ChainFacts
>;

/** The chains of this version, with the tokens that it lists. */
export const shippedFacts: readonly ChainFacts[] = shippedChains.map((key) => shipped[key]);

const byKey = (all: readonly ChainFacts[]): ReadonlyMap<string, ChainFacts> =>
  new Map(all.map((facts) => [facts.key, facts]));

const shippedByKey = byKey(shippedFacts);
let known = shippedByKey;

export type AddedToken = Token & { chain: ChainKey };

const added: { chains: readonly ChainFacts[]; tokens: readonly AddedToken[] } = { chains: [], tokens: [] };

/** From now on these chains of operators stand beside those of this version, in this process. What a newer version brings along itself comes first. */
export function learnChains(chains: readonly ChainFacts[]): void {
  added.chains = chains.filter(({ key }) => !shippedByKey.has(key));
  put();
}

/** The same of tokens of operators, beside the listed ones. */
export function learnTokens(tokens: readonly AddedToken[]): void {
  added.tokens = tokens;
  put();
}

/** What this process learned so far, for one that cannot ask the database, such as a browser. */
export function learned(): { chains: readonly ChainFacts[]; tokens: readonly AddedToken[] } {
  return { ...added };
}

function put(): void {
  const isListed = (facts: ChainFacts, { symbol, address }: Token) =>
    facts.tokens.some((one) => one.symbol === symbol || one.address.toLowerCase() === address.toLowerCase());
  const of = (facts: ChainFacts) =>
    added.tokens
      .filter((token) => token.chain === facts.key && !isListed(facts, token))
      .map(({ symbol, name, address, decimals }) => ({ symbol, name, address, decimals }));
  const all = [...shippedFacts, ...added.chains];
  known = byKey(all.map((facts) => ({ ...facts, tokens: [...facts.tokens, ...of(facts)] })));
}

/** Every chain that this process knows, those of this version first. */
export function knownChains(): readonly ChainFacts[] {
  return [...known.values()];
}

let missed = 0;

/** How often this process was asked for a chain that it does not know: another one may have learned of it a moment ago. */
export function missedChains(): number {
  return missed;
}

export function isChainKey(text: string): text is ChainKey {
  if (known.has(text)) return true;
  missed += 1;
  return false;
}

/** The chain of this key, or null where there is none. */
export function readChainKey(text: string): ChainKey | null {
  return isChainKey(text) ? text : null;
}

/** A chain that was added after this process, or this page, last learned of them. */
export class UnknownChain extends Error {
  override readonly name = 'UnknownChain';
}

/** What is known of a chain, with the tokens that operators added. */
export function chainOf(key: ChainKey): ChainFacts {
  const facts = isChainKey(key) && known.get(key);
  if (!facts) throw new UnknownChain(`The chain ${key} is not known in this process`);
  return facts;
}

/** The tokens of a chain that this version lists; none of one that operators added. */
export function shippedTokensOf(key: ChainKey): readonly Token[] {
  return shippedByKey.get(key)?.tokens ?? [];
}

export function findToken(key: ChainKey, symbol: string): Token | null {
  return chainOf(key).tokens.find((token) => token.symbol === symbol) ?? null;
}

/** Where people can look a transfer up, or null where the chain has no explorer. */
export function explorerLink(key: ChainKey, hash: string): string | null {
  const { explorerUrl } = chainOf(key);
  return explorerUrl ? `${explorerUrl}/tx/${hash}` : null;
}

/** How many blocks, the transfer's own included, a transfer usually needs until it counts. */
export function confirmationsNeeded(key: ChainKey): number {
  const { finality } = chainOf(key);
  return 'confirmations' in finality ? finality.confirmations : finality.usualDepth;
}
