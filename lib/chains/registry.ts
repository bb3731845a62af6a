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

export type AddedToken = Token & { chain: ChainKey };

type Added = { chains: readonly ChainFacts[]; tokens: readonly AddedToken[] };
type Memory = { added: Added; known: ReadonlyMap<string, ChainFacts>; missed: number };

declare global {
  var drawbridgeChains: Memory | undefined;
}

/** One for the process: pages and the API are built apart, each with this module for itself, and only one of the two hears of what is added. */
function memory(): Memory {
  globalThis.drawbridgeChains ??= { added: { chains: [], tokens: [] }, known: shippedByKey, missed: 0 };
  return globalThis.drawbridgeChains;
}

/** From now on these chains of operators stand beside those of this version, in this process. What a newer version brings along itself comes first. */
export function learnChains(chains: readonly ChainFacts[]): void {
  put({ ...memory().added, chains: chains.filter(({ key }) => !shippedByKey.has(key)) });
}

/** The same of tokens of operators, beside the listed ones. */
export function learnTokens(tokens: readonly AddedToken[]): void {
  put({ ...memory().added, tokens });
}

/** What this process learned so far, for one that cannot ask the database, such as a browser. */
export function learned(): Added {
  return memory().added;
}

function put(added: Added): void {
  memory().added = added;
  const isListed = (facts: ChainFacts, { symbol, address }: Token) =>
    facts.tokens.some((one) => one.symbol === symbol || one.address.toLowerCase() === address.toLowerCase());
  const of = (facts: ChainFacts) =>
    added.tokens
      .filter((token) => token.chain === facts.key && !isListed(facts, token))
      .map(({ symbol, name, address, decimals }) => ({ symbol, name, address, decimals }));
  const all = [...shippedFacts, ...added.chains];
  memory().known = byKey(all.map((facts) => ({ ...facts, tokens: [...facts.tokens, ...of(facts)] })));
}

/** Every chain that this process knows, those of this version first. */
export function knownChains(): readonly ChainFacts[] {
  return [...memory().known.values()];
}

/** How often this process was asked for a chain that it does not know: another one may have learned of it a moment ago. */
export function missedChains(): number {
  return memory().missed;
}

export function isChainKey(text: string): text is ChainKey {
  if (memory().known.has(text)) return true;
  memory().missed += 1;
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
  const facts = isChainKey(key) && memory().known.get(key);
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
