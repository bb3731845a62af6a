import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';
import { rpcUrlsOf } from '@/lib/chains/served';
import { hashToken } from '@/lib/kernel/secrets';

/** One JSON-RPC endpoint of a chain. `mark` stands for its address, which may hold a key and is written down nowhere. */
export type Node = { chain: ChainKey; url: string; host: string; mark: string };

/** The nodes of a chain, in the order of its setting. */
export function nodesOf(chain: ChainKey): Node[] {
  return rpcUrlsOf(chain).map((url) => ({ chain, url, host: new URL(url).host, mark: hashToken(url).slice(0, 12) }));
}

/** How a node is named to people: by its chain, and by its host where the chain has others. */
export function nodeName({ chain, host }: Pick<Node, 'chain' | 'host'>): string {
  const { name } = chainOf(chain);
  return rpcUrlsOf(chain).length > 1 ? `The node ${host} of ${name}` : `The node of ${name}`;
}

/** Newest block of a node, by its number and its own time, in seconds. */
export type Head = { number: bigint; seconds: number };
/** What this process knows of a node: why it does not serve, until when it is left alone, and its newest block. */
export type Standing = { fault: string | null; restsUntil: number; failures: number; head: Head | null };

/** A node that failed is left alone for so long, and twice as long after each further time; milliseconds. */
const firstRestMs = 2_000;
const maxRestMs = 60_000;
/** A node whose newest block is so much older than another's lags; in blocks, and in seconds at least. */
const lagBlocks = 5;
const minLagSeconds = 20;
/** So far the time of a block may be ahead of ours: what says more makes no other node late. */
const skewSeconds = 60;

const unknown: Standing = { fault: null, restsUntil: 0, failures: 0, head: null };
const standings = new Map<string, Standing>();
const keyOf = ({ chain, url }: Node) => `${chain} ${url}`;

export function standingOf(node: Node): Standing {
  return standings.get(keyOf(node)) ?? unknown;
}

/** It did not answer, or not as a node of ours: the others are asked before it, until it was tried again. */
export function noteFault(node: Node, fault: string): void {
  const { failures, head, restsUntil: rests } = standingOf(node);
  // Readings that began together fail together, which is one failure.
  if (rests > performance.now()) return;
  const restsUntil = performance.now() + Math.min(maxRestMs, firstRestMs * 2 ** failures);
  standings.set(keyOf(node), { fault, restsUntil, failures: failures + 1, head });
}

export function noteHead(node: Node, head: Head): void {
  standings.set(keyOf(node), { ...unknown, head });
}

/** The nodes of a chain as they are best asked: in the order of the setting, but behind the others what lags or failed. */
export function nodesInOrder(chain: ChainKey): Node[] {
  const nodes = nodesOf(chain);
  const now = Date.now() / 1000 + skewSeconds;
  const times = nodes.map((node) => standingOf(node).head?.seconds ?? 0).filter((seconds) => seconds <= now);
  const newest = Math.max(0, ...times);
  const rank = (node: Node) => (standingOf(node).fault ? 2 : lagsBehind(node, newest) ? 1 : 0);
  return nodes.toSorted((a, b) => rank(a) - rank(b));
}

function lagsBehind(node: Node, newest: number): boolean {
  const { head } = standingOf(node);
  const allowed = Math.max(minLagSeconds, chainOf(node.chain).blockSeconds * lagBlocks);
  return head !== null && newest - head.seconds > allowed;
}

const pins = new AsyncLocalStorage<Node>();

/** Runs work whose every reading of this node's chain asks this node, and no other in its stead. */
export function askingOnly<T>(node: Node, work: () => Promise<T>): Promise<T> {
  return pins.run(node, work);
}

export function pinned(chain: ChainKey): Node | null {
  const node = pins.getStore();
  return node?.chain === chain ? node : null;
}
