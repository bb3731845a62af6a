import type { ChainKey } from '@/db/vocabulary/chains';
import { rpcSettingOf } from '@/lib/kernel/env';
import { knownChains } from './registry';

declare global {
  var drawbridgeNodes: ReadonlyMap<string, readonly string[]> | undefined;
}

/** Addresses of nodes by chain, as the rows of added chains keep them; one for the process. Never in a browser: they may hold keys. */
const kept = (): ReadonlyMap<string, readonly string[]> => globalThis.drawbridgeNodes ?? new Map();

/** From now on these are the nodes of chains without a setting, in this process. */
export function learnNodes(nodes: ReadonlyMap<string, readonly string[]>): void {
  globalThis.drawbridgeNodes = nodes;
}

/** The RPC addresses of a chain's nodes, in the order in which they are asked: by its setting, or else as operators added them. */
export function rpcUrlsOf(chain: ChainKey): string[] {
  const given = rpcSettingOf(chain);
  return given.length > 0 ? given : [...(kept().get(chain) ?? [])];
}

/** The RPC address of a chain's first node, or undefined where there is none. */
export function rpcUrlOf(chain: ChainKey): string | undefined {
  return rpcUrlsOf(chain)[0];
}

/** The chains that this installation serves. */
export function configuredChains(): ChainKey[] {
  return knownChains()
    .map(({ key }) => key)
    .filter((key) => rpcUrlOf(key) !== undefined);
}
